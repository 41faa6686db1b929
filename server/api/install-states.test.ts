import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installStateHeader } from '../../lib/contract/enrolment.ts';
import { createToken } from '../store/enrolment-tokens.ts';
import { approveInstall, revokeInstall, revokeInstallsOfToken } from '../store/installs.ts';
import { openTestDatabase } from '../testing/pglite.ts';
import type { Database } from '../store/database.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../testing/browser.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { createInstallStates } from './install-states.ts';

let endpoint: TestEndpoint;
const asked: string[] = [];
beforeAll(async () => {
  const db = await openTestDatabase();
  const counted: Database = {
    engine: db.engine,
    query: (sql, values) => {
      asked.push(sql);
      return db.query(sql, values);
    },
    transaction: (work) => db.transaction(work),
    close: () => db.close(),
  };
  endpoint = await openTestEndpoint({ db: counted });
});
afterAll(() => endpoint.close());

const join = (token = endpoint.token) => TestBrowser.join(endpoint.send, token, endpoint.now);
const answer = async (pending: Promise<Response>) => {
  const response = await pending;
  return { status: response.status, body: (await response.json()) as unknown };
};
const makeToken = (more: object = {}) =>
  createToken(endpoint.db, {
    title: 'Laptops',
    expiresAt: endpoint.now() + 86_400_000,
    uses: 10,
    createdBy: 'Ada',
    now: endpoint.now(),
    ...more,
  });
const revoked = { status: 401, body: { reason: 'install-revoked' } };

describe('a revocation', () => {
  it('bites within thirty seconds, also for a bearer token that has hours left', async () => {
    const browser = await join();
    expect((await browser.get('/v1/policy')).status).toBe(200);
    expect((await browser.post('/v1/heartbeat', heartbeatNow())).status).toBe(200);
    await revokeInstall(endpoint.db, browser.installId, endpoint.now());
    endpoint.advance(30_000);
    expect(await answer(browser.get('/v1/policy'))).toEqual(revoked);
    expect(await answer(browser.post('/v1/heartbeat', heartbeatNow()))).toEqual(revoked);
    expect(await answer(browser.post('/v1/incidents', {}))).toEqual(revoked);
    expect(await answer(browser.askToken())).toEqual(revoked);
  });

  it('of all installations of a token leaves the others alone', async () => {
    const { id, token } = await makeToken();
    const [first, second, other] = [await join(token), await join(token), await join()];
    expect(await revokeInstallsOfToken(endpoint.db, id, endpoint.now())).toBe(2);
    endpoint.advance(30_000);
    for (const browser of [first, second]) expect(await answer(browser.get('/v1/policy'))).toEqual(revoked);
    expect((await other.get('/v1/policy')).status).toBe(200);
  });

  it('is not told to somebody without the key', async () => {
    const browser = await join();
    await revokeInstall(endpoint.db, browser.installId, endpoint.now());
    const imposter = await TestBrowser.make(endpoint.send, endpoint.now);
    imposter.installId = browser.installId;
    expect(await answer(imposter.askToken())).toEqual({ status: 401, body: { reason: 'bad-signature' } });
  });

  it('is seen also where there are more than are held in memory', async () => {
    const browsers = [await join(), await join(), await join()];
    const states = createInstallStates(endpoint.workings, { fresh: 20_000, most: 1 });
    const seen = () => Promise.all(browsers.map(({ installId }) => states.isRevoked(installId)));
    expect(await seen()).toEqual([false, false, false]);
    for (const { installId } of browsers.slice(0, 2)) await revokeInstall(endpoint.db, installId, endpoint.now());
    endpoint.advance(20_000);
    expect(await seen()).toEqual([true, true, false]);
  });
});

it('answers polls of many browsers without asking the database for each', async () => {
  const browsers = [];
  for (let index = 0; index < 5; index += 1) browsers.push(await join());
  const etag = (await browsers[0]!.get('/v1/policy')).headers.get('etag') ?? '';
  asked.length = 0;
  for (const browser of browsers) {
    for (let poll = 0; poll < 4; poll += 1)
      expect((await browser.get('/v1/policy', { 'if-none-match': etag })).status).toBe(304);
  }
  expect(asked).toEqual([]);
  endpoint.advance(30_000);
  const polls = browsers.map((browser) => browser.get('/v1/policy', { 'if-none-match': etag }));
  expect((await Promise.all(polls)).map(({ status }) => status)).toEqual([304, 304, 304, 304, 304]);
  expect(asked).toHaveLength(2); // the revocations and the policy, once for all five
});

it('lets an unknown installation enrol again, as after a restore', async () => {
  const browser = await join();
  await endpoint.db.query('DELETE FROM installs WHERE id = $1::uuid', [browser.installId]);
  const refused = { status: 401, body: { reason: 'install-refused' } };
  expect(await answer(browser.post('/v1/heartbeat', heartbeatNow()))).toEqual(refused);
  expect(await answer(browser.askToken())).toEqual(refused);
});

describe('an installation that waits for approval', () => {
  it('gets the policy and shows that it is there, and sends nothing else until a person approves it', async () => {
    const { token } = await makeToken({ needsApproval: true });
    const browser = await join(token);
    await browser.note(incidentAt(endpoint.now()));
    expect((await browser.get('/v1/policy')).status).toBe(200);
    const beat = await browser.post('/v1/heartbeat', heartbeatNow());
    expect([beat.status, beat.headers.get(installStateHeader)]).toEqual([200, 'pending']);
    const batch = { chain: browser.chain, from: 0, entries: browser.entries };
    const held = await browser.post('/v1/incidents', batch);
    expect([held.status, held.headers.get('retry-after')]).toEqual([403, '120']);
    expect(await held.json()).toEqual({ reason: 'install-pending' });
    expect(await endpoint.db.query('SELECT id FROM incidents')).toEqual([]);
    await approveInstall(endpoint.db, browser.installId);
    endpoint.advance(30_000);
    expect((await browser.push(0)).receipt.count).toBe(1);
  });

  it('is told so at enrolment in a header, so that browsers of earlier versions can read the answer', async () => {
    const { token } = await makeToken({ needsApproval: true });
    for (const [given, state] of [
      [token, 'pending'],
      [endpoint.token, 'approved'],
    ] as const) {
      const enrolled = await (await TestBrowser.make(endpoint.send, endpoint.now)).enrol(given);
      expect(enrolled.headers.get(installStateHeader)).toBe(state);
      expect(Object.keys((await enrolled.json()) as object).sort()).toEqual(['installId', 'orgId']);
    }
    const polled = await (await join(token)).get('/v1/policy');
    expect(polled.headers.get(installStateHeader)).toBeNull(); // any cache may give this answer
  });
});
