import { afterAll, beforeAll, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { InstallPage, TokenList, TokenMade } from './enrolment-contract.ts';

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());

const draft = { title: 'Sales laptops', group: 'sales', days: 30, uses: 3, needsApproval: true };
const join = (token: string) => TestBrowser.join(endpoint.send, token, endpoint.now);
const installs = async (query = '') => InstallPage.parse((await owner.call('GET', `/installs${query}`)).body).installs;

it('makes a token whose browsers wait, approves one, and revokes them all', async () => {
  const made = TokenMade.parse((await owner.call('POST', '/tokens', draft)).body);
  const [first, second] = [await join(made.token), await join(made.token)];
  await first.note(incidentAt(endpoint.now()));
  await expect(first.push(0)).rejects.toThrow('403');
  const waiting = await installs(`?token=${made.id}&state=pending`);
  expect(waiting.map(({ id }) => id).toSorted()).toEqual([first.installId, second.installId].toSorted());
  expect((await owner.call('POST', `/installs/${first.installId}/approve`)).status).toBe(200);
  expect((await owner.call('POST', `/installs/${first.installId}/approve`)).status).toBe(404);
  endpoint.advance(30_000);
  expect((await first.push(0)).receipt.count).toBe(1);
  const { tokens } = TokenList.parse((await owner.call('GET', '/tokens')).body);
  expect(tokens.find(({ id }) => id === made.id)).toMatchObject({
    group: 'sales',
    uses: 3,
    usesLeft: 1,
    perDay: 3,
    installs: { pending: 1, approved: 1, revoked: 0 },
  });
  expect((await owner.call('DELETE', `/tokens/${made.id}/installs`)).status).toBe(200);
  endpoint.advance(30_000);
  expect((await first.get('/v1/policy')).status).toBe(401);
  expect((await (await TestBrowser.make(endpoint.send)).enrol(made.token)).status).toBe(401);
  expect((await installs(`?token=${made.id}`)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
});

it('lists browsers in pages, and refuses what it does not know', async () => {
  const { token, id } = TokenMade.parse((await owner.call('POST', '/tokens', { ...draft, uses: 60 })).body);
  for (let index = 0; index < 53; index += 1) await (await TestBrowser.make(endpoint.send)).enrol(token);
  const first = InstallPage.parse((await owner.call('GET', `/installs?token=${id}`)).body);
  const after = encodeURIComponent(first.next!);
  const rest = InstallPage.parse((await owner.call('GET', `/installs?token=${id}&after=${after}`)).body);
  expect([first.installs.length, rest.installs.length, rest.next]).toEqual([50, 3, null]);
  for (const query of ['state=gone', 'token=1', 'after=x', 'after=2026-01-01~x', 'pseudonym=1'])
    expect((await owner.call('GET', `/installs?${query}`)).status).toBe(400);
  for (const bad of [{}, { ...draft, days: 0 }, { ...draft, uses: 0 }, { ...draft, group: 'Big Group' }])
    expect((await owner.call('POST', '/tokens', bad)).status).toBe(400);
  const unknown = crypto.randomUUID();
  for (const path of [`/tokens/${unknown}`, `/tokens/${unknown}/installs`, `/installs/${unknown}`, '/installs/x'])
    expect((await owner.call('DELETE', path)).status).toBe(404);
});
