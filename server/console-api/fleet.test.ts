import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { tidy } from '../housekeeping.ts';
import { createToken } from '../store/enrolment-tokens.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../testing/browser.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { ApiKeyReply } from './contract.ts';
import { Counts, Fleet } from './fleet-contract.ts';

const day = 86_400_000;

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
let today: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  today = new Date(endpoint.now()).toISOString().slice(0, 10);
  for (const [group, browsers] of [
    ['sales', 6],
    ['small', 3],
  ] as const) {
    const made = { title: group, group, uses: 10, createdBy: 'test', expiresAt: endpoint.now() + day };
    const { token } = await createToken(endpoint.db, { ...made, now: endpoint.now() });
    for (let index = 0; index < browsers; index += 1) {
      const browser = await TestBrowser.join(endpoint.send, token, endpoint.now);
      await browser.post('/v1/heartbeat', heartbeatNow());
      await browser.note(incidentAt(endpoint.now()));
      await browser.push(0);
    }
  }
});
afterAll(() => endpoint.close());

/** The owner again, days later. */
async function later(days: number): Promise<void> {
  endpoint.advance(days * day);
  await tidy(endpoint.workings);
  expect((await owner.signIn(owner.code())).status).toBe(200);
}

it('shows a day once it is over, with the expected devices, and nothing of fewer than five', async () => {
  const csv = 'group,devices\nsales,40\nsmall,9\n';
  expect((await owner.call('PUT', '/devices', { csv })).body).toEqual({ groups: 2, devices: 49 });
  expect((await owner.call('GET', `/fleet?day=${today}`)).status).toBe(404);
  await later(1);
  const fleet = Fleet.parse((await owner.call('GET', '/fleet')).body);
  expect([fleet.day, fleet.importedOn]).toEqual([today, today]);
  const [sales, small] = fleet.groups;
  expect(sales).toMatchObject({ group: 'sales', expected: 40, enrolled: 6, presence: { heard: 6 } });
  expect(small).toEqual({
    group: 'small',
    expected: 9,
    presence: {},
    kinds: {},
    drift: {},
    reasons: {},
    openGates: {},
  });
  expect(fleet.alerts).toContainEqual({ kind: 'silent-group', group: 'sales', level: 'alarm' });
});

it('takes the list of devices from a program, and says what is wrong with one', async () => {
  const made = await owner.call('POST', '/api-keys', { title: 'MDM', scopes: ['devices'], days: 1 });
  const { key } = ApiKeyReply.parse(made.body);
  const program = new ConsoleVisitor(endpoint.send, endpoint.now);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  expect((await program.call('PUT', '/devices', { csv: 'sales;12' }, headers)).body).toEqual({
    groups: 1,
    devices: 12,
  });
  const refused = await program.call('PUT', '/devices', { csv: 'sales,many\n,3' }, headers);
  expect(refused).toMatchObject({
    status: 422,
    body: { reason: 'csv-refused', why: expect.stringContaining('Line 1') },
  });
});

it('adds up what is published of closed days, and hides a group of three', async () => {
  const range = `?from=${today}&to=${today}`;
  expect(Counts.parse((await owner.call('GET', `/counts${range}`)).body)).toEqual({ values: [], days: [] });
  await later(4);
  const { values, days } = Counts.parse((await owner.call('GET', `/counts${range}`)).body);
  expect(days).toEqual([{ day: today, incidents: 9 }]);
  expect(values).toContainEqual({ level: 'total', action: '', rule: '', group: '', incidents: 9 });
  expect(values.filter(({ group }) => group === 'small')).toEqual([]);
  expect(values.filter(({ group }) => group === 'sales')).toEqual([]); // 9 less 6 would tell of the three
  for (const query of ['', '?from=2026-01-01', '?from=2026-02-01&to=2026-01-01', '?from=2020-01-01&to=2026-01-01'])
    expect((await owner.call('GET', `/counts${query}`)).status).toBe(400);
  expect((await owner.call('GET', `/counts${range}&pseudonym=${randomUUID()}`)).status).toBe(400);
});
