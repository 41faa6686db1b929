import { afterEach, beforeEach, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { TokenMade } from '../console-api/enrolment-contract.ts';
import { auditAfter } from '../store/audit.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../testing/browser.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';

// One hand enrols many browsers: to be a crowd of five by itself, so that counts of one other person come to light, or to make noise.

const day = 86_400_000;
let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeEach(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterEach(() => endpoint.close());

async function makeToken(more: object): Promise<TokenMade> {
  const draft = { title: 'Laptops', days: 30, uses: 100, needsApproval: false, ...more };
  return TokenMade.parse((await owner.call('POST', '/tokens', draft)).body);
}
const enrol = async (token: string) => (await TestBrowser.make(endpoint.send, endpoint.now)).enrol(token);
const join = (token: string) => TestBrowser.join(endpoint.send, token, endpoint.now);
const rowsOf = async (table: 'count_marks' | 'incidents' | 'heartbeats') =>
  (await endpoint.db.query(`SELECT 1 AS one FROM ${table}`)).length;

it('where browsers wait for approval, those of one hand weigh nothing in any count', async () => {
  const { token } = await makeToken({ needsApproval: true });
  for (let index = 0; index < 5; index += 1) {
    const browser = await join(token);
    await browser.note(incidentAt(endpoint.now()));
    await expect(browser.push(0)).rejects.toThrow('answered 403');
    await browser.post('/v1/heartbeat', heartbeatNow());
  }
  expect([await rowsOf('count_marks'), await rowsOf('incidents')]).toEqual([0, 0]);
  const overview = await owner.call('GET', '/overview');
  expect(overview.body).toMatchObject({ enrolled: null });
  // The same browsers count as soon as a person has let one in: the test would else hold with a broken push.
  const { installs } = (await owner.call('GET', '/installs?state=pending')).body as { installs: { id: string }[] };
  expect(installs).toHaveLength(5);
  const approved = await join((await makeToken({})).token);
  await approved.note(incidentAt(endpoint.now()));
  await approved.push(0);
  expect(await rowsOf('count_marks')).toBeGreaterThan(0);
});

it('a token enrols so many in a day, the audit log says once that it was more, and the next day goes on', async () => {
  const { id, token } = await makeToken({ perDay: 3 });
  const before = (await auditAfter(endpoint.db, 0, 1_000)).length;
  const statuses = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await enrol(token)).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
  expect((await enrol(token)).headers.get('retry-after')).toBe('3600');
  const noted = (await auditAfter(endpoint.db, before, 10)).map(({ entry }) => JSON.parse(entry) as object);
  expect(noted).toEqual([
    expect.objectContaining({ actor: 'Sluice', action: 'enrolments-refused', target: id, detail: { perDay: 3 } }),
  ]);
  expect((await enrol((await makeToken({})).token)).status).toBe(200); // another token is another matter
  endpoint.advance(day);
  const next = await Promise.all(Array.from({ length: 5 }, async () => (await enrol(token)).status));
  expect(next.toSorted()).toEqual([200, 200, 200, 429, 429]); // also when all come at once
});
