import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireInstall } from '../api/bearer.ts';
import { createInstallStates, requireKnown } from '../api/install-states.ts';
import type { DeviceEnv } from '../api/bearer.ts';
import { incidentsRoute } from '../api/incidents.ts';
import type { IncidentsOptions } from '../api/incidents.ts';
import { rateLimit } from '../api/rate-limit.ts';
import { addEnrolmentToken } from '../store/enrolment-tokens.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import type { Database } from '../store/database.ts';
import { bodyRoom, largestInflated } from './body-room.ts';
import { openGroupCommit, usualLimits } from './group-commit.ts';
import { urgencyOf, weightOf } from './load.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

/** The incidents route with limits of our own; all other requests go to the whole endpoint. */
function withLimits(options: IncidentsOptions) {
  const app = new Hono<DeviceEnv>();
  const states = createInstallStates(endpoint.workings);
  const limit = rateLimit({ burst: 100, perSecond: 100 });
  app.use('/v1/incidents', requireInstall(endpoint.workings, { limit, states }), requireKnown(states));
  app.route('/v1/incidents', incidentsRoute(endpoint.workings, options));
  return async (path: string, init?: RequestInit) =>
    path === '/v1/incidents' ? app.request(path, init) : endpoint.send(path, init);
}

async function browserOf(send: TestBrowser['send'], group?: string) {
  const token = randomBytes(32).toString('base64url');
  await addEnrolmentToken(endpoint.db, { token, group, expiresAt: endpoint.now() + 86_400_000, uses: 10 });
  const browser = await TestBrowser.join(send, token, endpoint.now);
  const push = async (severity: 'low' | 'critical') => {
    const [finding] = incidentAt(endpoint.now()).findings;
    await browser.note(incidentAt(endpoint.now(), { findings: [{ ...finding!, severity }] }));
    const from = browser.entries.length - 1;
    return browser.post('/v1/incidents', { chain: browser.chain, from, entries: browser.entries.slice(from) });
  };
  return { browser, push };
}

it('answers 503 with a time to come back when much waits, to severe ones last', async () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const slow: Database = {
    ...endpoint.db,
    transaction: async (work) => {
      await opened;
      return endpoint.db.transaction(work);
    },
  };
  const load = { low: 1, medium: 1, high: 2 };
  const ingest = openGroupCommit(slow, { ...usualLimits(slow), load });
  const send = withLimits({ ingest });
  const { push } = await browserOf(send);
  const others = [await browserOf(send), await browserOf(send), await browserOf(send)];
  const first = push('low');
  while (ingest.wait('low') === 0) await new Promise(setImmediate);
  const refused = await others[0]!.push('low');
  expect([refused.status, await refused.json()]).toEqual([503, { reason: 'overloaded' }]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
  const severe = others[1]!.push('critical');
  while (ingest.wait('high') === 0) await new Promise(setImmediate);
  const unread = await others[2]!.browser.post('/v1/incidents', 'not even read');
  expect([unread.status, await unread.json()]).toEqual([503, { reason: 'overloaded' }]);
  open();
  expect([(await first).status, (await severe).status]).toEqual([200, 200]);
  expect((await others[0]!.push('low')).status).toBe(200);
});

it('slows down a group that floods, and no other', async () => {
  const send = withLimits({ groupRate: { burst: 2, perSecond: 0.5 } });
  const [one, two] = [await browserOf(send, 'loud'), await browserOf(send, 'loud')];
  const [calm, alone, another] = [await browserOf(send, 'calm'), await browserOf(send), await browserOf(send)];
  expect([(await one.push('low')).status, (await two.push('low')).status]).toEqual([200, 200]);
  const refused = await two.push('critical');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await calm.push('low')).status).toBe(200);
  // Those without a group are one.
  for (let index = 0; index < 2; index += 1) expect((await alone.push('low')).status).toBe(200);
  expect((await another.push('low')).status).toBe(429);
  expect((await calm.push('low')).status).toBe(200);
  endpoint.advance(2_000);
  expect((await one.browser.push(0)).receipt.count).toBe(1);
});

it('reads and inflates no more bodies at once than there is room for, and no more of one installation than its part', async () => {
  const bodies = bodyRoom({ all: 1024 * 1024, each: 256 * 1024 });
  const send = withLimits({ bodies });
  const browsers = await Promise.all(Array.from({ length: 9 }, () => browserOf(send)));
  /** A gzip body that ends when `end` is called, as over a slow network. */
  const slowly = async ({ browser }: (typeof browsers)[number]) => {
    await browser.note(incidentAt(endpoint.now()));
    const body = gzipSync(JSON.stringify({ chain: browser.chain, from: 0, entries: browser.entries }));
    let end: () => void = () => undefined;
    const stream = new ReadableStream({
      start(controller) {
        end = () => {
          controller.enqueue(new Uint8Array(body));
          controller.close();
        };
      },
    });
    const headers = {
      authorization: `Bearer ${browser.bearer}`,
      'content-encoding': 'gzip',
      'content-length': String(body.length),
    };
    const init = { method: 'POST', headers, body: stream, duplex: 'half' };
    return { answer: send('/v1/incidents', init), end };
  };
  const first = [await slowly(browsers[0]!), await slowly(browsers[0]!)]; // 128 kB each, as far as anybody knows
  const third = await (await slowly(browsers[0]!)).answer;
  expect([third.status, await third.json()]).toEqual([503, { reason: 'overloaded' }]);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
  const others = await Promise.all(browsers.slice(1, 7).map(slowly));
  expect((await (await slowly(browsers[7]!)).answer).status).toBe(503);
  for (const { end } of [...first, ...others]) end();
  for (const { answer } of [...first, ...others]) expect((await answer).status).toBe(200);
  expect((await browsers[8]!.push('low')).status).toBe(200); // 1 MB, because it does not say its length
});

it('inflates a body to eight times its length, and a short one a little further', () => {
  const most = { sent: 1_000_000, inflated: 8_000_000 };
  const of = (headers: Readonly<Record<string, string>>) => largestInflated((name) => headers[name], most);
  expect(of({ 'content-length': '5000' })).toBe(5_000);
  expect(of({})).toBe(1_000_000);
  expect(of({ 'content-length': '9000000' })).toBe(1_000_000);
  expect(of({ 'content-encoding': 'gzip', 'content-length': '100' })).toBe(128 * 1024);
  expect(of({ 'content-encoding': 'gzip', 'content-length': '100000' })).toBe(800_000);
  expect(of({ 'content-encoding': 'gzip' })).toBe(8_000_000);
});

it('weighs a batch by its entries and their length, and by its most severe incident', () => {
  const [finding] = incidentAt(0).findings;
  const of = (...severities: readonly ('low' | 'medium' | 'high' | 'critical')[]) => ({
    findings: severities.map((severity) => ({ ...finding!, severity })),
  });
  expect(urgencyOf([of('low', 'high'), of('low')])).toBe('high');
  expect(urgencyOf([of('low'), of('medium')])).toBe('medium');
  expect(urgencyOf([of('low'), of()])).toBe('medium');
  expect(urgencyOf([of('low'), of('low')])).toBe('low');
  expect(urgencyOf([])).toBe('low');
  const entry = (length: number) => ({ salt: '', event: 'x'.repeat(length) });
  expect(weightOf({ entries: [entry(10), entry(10)] })).toBe(2);
  expect(weightOf({ entries: [entry(10_000)] })).toBe(10);
});
