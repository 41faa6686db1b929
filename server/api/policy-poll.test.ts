import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearerSeconds } from '../keys/bearer-token.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { listen } from '../listen.ts';
import type { Listening } from '../listen.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { publishPolicy } from '../publish-policy.ts';
import { revokeInstall } from '../store/installs.ts';
import { openTestEndpoint, origin } from '../testing/endpoint.ts';
import { TestBrowser } from '../testing/browser.ts';
import { createWeb } from '../web.ts';

type Endpoint = Awaited<ReturnType<typeof openTestEndpoint>>;
type Headers = Readonly<Record<string, string>>;

const extension = 'chrome-extension://abcdefghijklmnop';
const metrics = createMetrics();
let endpoint: Endpoint;
let doors: readonly Listening[];
let shortcuts = 0;
let installId: string;
let authorization: string;
let tag: string;

beforeAll(async () => {
  endpoint = await openTestEndpoint();
  const options = {
    publicUrl: () => origin,
    isOwnOrigin: () => true,
    consoleDir: endpoint.folder,
    deviceRate: { burst: 20, perSecond: 0.001 },
  };
  const web = createWeb(endpoint.workings, { ...options, metrics });
  const shortcut: typeof web.shortcut = (request, response) => {
    const answered = web.shortcut(request, response);
    shortcuts += Number(answered);
    return answered;
  };
  const at = { port: 0, host: '127.0.0.1' };
  const whole = createWeb(endpoint.workings, { ...options, deviceRate: { burst: 1_000, perSecond: 1_000 } });
  doors = [await listen(web.fetch, { ...at, shortcut }), await listen(whole.fetch, at)];
  ({ installId, authorization } = await join());
  tag = String((await ask(1)).headers['etag']);
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await endpoint.close();
});

async function join() {
  const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  return {
    installId: browser.installId,
    authorization: `Bearer ${endpoint.workings.keys.mintBearer(browser.installId)}`,
  };
}

/** Door 0 has the shortcut, door 1 the routes alone. */
function ask(door: 0 | 1, headers: Headers = {}) {
  const options = { port: doors[door]!.port, path: '/v1/policy', headers: { authorization, ...headers }, agent: false };
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    get({ ...options, host: '127.0.0.1' }, (response) => {
      const { date, ...rest } = response.headers;
      expect(date).toBeDefined();
      response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, headers: rest }));
    }).on('error', reject);
  });
}

async function askBoth(headers: Headers) {
  const before = shortcuts;
  const [quick, slow] = [await ask(0, headers), await ask(1, headers)];
  expect(quick).toEqual(slow);
  return { status: quick.status, isShort: shortcuts > before };
}

describe('the shortcut for polls', () => {
  it('answers the same bytes of header as the route, from any origin', async () => {
    expect(await askBoth({ 'if-none-match': tag })).toEqual({ status: 304, isShort: false }); // nothing is known yet
    for (const headers of [{}, { origin: extension }, { origin: 'https://example.com' }]) {
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
        expect(await askBoth({ ...headers, 'if-none-match': known })).toEqual({ status: 304, isShort: true });
    }
  });

  it('leaves to the route whoever holds another policy, or none, or may not ask', async () => {
    expect(await askBoth({ 'if-none-match': '"other"' })).toEqual({ status: 200, isShort: false });
    expect(await askBoth({})).toEqual({ status: 200, isShort: false });
    for (const refused of ['', 'Bearer x.y.z', `${authorization}x`, `Basic ${authorization.slice(7)}`]) {
      const answer = await askBoth({ authorization: refused, 'if-none-match': tag });
      expect(answer).toEqual({ status: 401, isShort: false });
    }
  });

  it('takes from the same bucket as the routes, and counts for the metrics', async () => {
    const other = await join();
    const polls = [];
    for (let poll = 0; poll < 21; poll += 1) {
      const headers = { authorization: other.authorization, ...(poll % 2 === 0 ? { 'if-none-match': tag } : {}) };
      polls.push((await ask(0, headers)).status);
    }
    expect(polls.filter((status) => status === 429)).toHaveLength(1);
    expect(polls.at(-1)).toBe(429);
    const counted = /sluice_requests_total\{route="\/v1\/policy",status="3xx"\} (\d+)/.exec(await metrics.text());
    expect(Number(counted?.[1])).toBe(1 + shortcuts);
  });

  it('sees a new policy at once', async () => {
    await publishPolicy(endpoint.workings, builtInPolicy, { author: 'A', approver: 'B' });
    expect((await ask(0, { 'if-none-match': tag })).status).toBe(200);
    tag = String((await ask(1)).headers['etag']);
  });

  it('ends with the token, and 20 seconds after a revocation', async () => {
    const other = await join();
    const poll = async () => (await ask(0, { authorization: other.authorization, 'if-none-match': tag })).status;
    expect(await poll()).toBe(304);
    expect(await poll()).toBe(304);
    await revokeInstall(endpoint.db, other.installId, endpoint.now());
    endpoint.advance(20_000);
    expect(await poll()).toBe(401);
    expect(await poll()).toBe(401);
    authorization = `Bearer ${endpoint.workings.keys.mintBearer(installId)}`;
    endpoint.advance(bearerSeconds * 1_000);
    expect(await askBoth({ 'if-none-match': tag })).toEqual({ status: 401, isShort: false });
  });
});
