import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { tidy } from '../housekeeping.ts';
import { auditAfter, readAuditHead } from '../store/audit.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';

// Somebody with a role who wants the database to grow until it is full, or the audit log until nobody can read it.

const day = 86_400_000;
let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeEach(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterEach(() => endpoint.close());

const size = async () => (await readAuditHead(endpoint.db)).size;
const read = async (...paths: readonly string[]) => {
  for (const path of paths) expect((await owner.call('GET', path)).status).toBe(200);
};

it('reading is noted once in an hour for each list and its filters, and never less', async () => {
  const before = await size();
  for (let index = 0; index < 20; index += 1) await read('/incidents', '/audit', '/audit?before=3');
  expect(await size()).toBe(before + 2);
  for (let index = 0; index < 5; index += 1)
    await read('/incidents?action=block&surface=composer', '/incidents?surface=composer&action=block');
  const noted = await auditAfter(endpoint.db, before + 2, 10);
  expect(noted.map(({ entry }) => JSON.parse(entry) as object)).toEqual([
    expect.objectContaining({ action: 'incidents-read', detail: { filters: 'action surface' } }),
  ]);
  endpoint.advance(20 * 60_000);
  await read('/incidents');
  expect(await size()).toBe(before + 3);
  for (const minutes of [25, 20]) {
    endpoint.advance(minutes * 60_000); // the session lives as long as somebody is there
    await read('/session');
  }
  await read('/incidents', '/audit');
  expect(await size()).toBe(before + 5);
});

it('exports of the log, each of which is noted, end after ten and come back slowly', async () => {
  const statuses = [];
  for (let index = 0; index < 12; index += 1) statuses.push((await owner.call('GET', '/audit/export')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  endpoint.advance(7 * 60_000);
  expect((await owner.call('GET', '/audit/export')).status).toBe(200);
});

it('proposals that are withdrawn at once end at twenty a day, and are forgotten after a month', async () => {
  const propose = () => owner.call('POST', '/proposals', { policy: builtInPolicy });
  for (let index = 0; index < 20; index += 1) {
    const { status, body } = await propose();
    expect(status).toBe(200);
    expect((await owner.call('DELETE', `/proposals/${(body as { id: string }).id}`)).status).toBe(200);
  }
  expect((await propose()).status).toBe(429);
  const rows = async () => (await endpoint.db.query('SELECT id FROM policy_proposals')).length;
  endpoint.advance(29 * day);
  await tidy(endpoint.workings);
  expect(await rows()).toBe(20);
  endpoint.advance(2 * day);
  await tidy(endpoint.workings);
  expect(await rows()).toBe(0);
});

it('a proposal that waits is never forgotten, and a published one only after its time', async () => {
  await owner.call('POST', '/proposals', { policy: builtInPolicy });
  await owner.call('POST', '/proposals', { policy: builtInPolicy });
  await endpoint.db.query(
    `UPDATE policy_proposals SET state = 'published' WHERE id = (SELECT id FROM policy_proposals ORDER BY id LIMIT 1)`,
  );
  const states = async () => (await endpoint.db.query('SELECT state FROM policy_proposals')).map(({ state }) => state);
  endpoint.advance(399 * day);
  await tidy(endpoint.workings);
  expect((await states()).toSorted()).toEqual(['open', 'published']);
  endpoint.advance(2 * day);
  await tidy(endpoint.workings);
  expect(await states()).toEqual(['open']);
});
