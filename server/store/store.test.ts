import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyHead, nextHead } from '../../lib/contract/chain.ts';
import type { Heartbeat } from '../../lib/contract/heartbeat.ts';
import { heartbeatNow, incidentAt } from '../testing/browser.ts';
import { onEachEngine } from '../testing/engines.ts';
import { appendToChain } from './chains.ts';
import type { ChainEntry } from './chains.ts';
import type { Database } from './database.ts';
import { recordHeartbeat } from './heartbeats.ts';
import { listIncidents } from './incident-list.ts';
import type { IncidentFilters } from './incident-list.ts';
import { forgetNonces, useNonce } from './installs.ts';
import { migrate, ownMigrations } from './migrate.ts';
import { addPerson, countTry, lockPerson, takeStep } from './people.ts';
import { claimSetting } from './settings.ts';

const now = Date.parse('2026-11-25T10:02:00Z');

function entryOf(pseudonym: string, at = now, more: Parameters<typeof incidentAt>[1] = {}): ChainEntry {
  const incident = incidentAt(at, more);
  return { salt: 'A'.repeat(43), event: JSON.stringify(incident), stored: { incident, pseudonym } };
}

async function headOf(chain: string, entries: readonly ChainEntry[]): Promise<string> {
  let head = await emptyHead(chain);
  for (const entry of entries) head = await nextHead(head, entry);
  return head;
}

onEachEngine(({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
  });
  afterAll(() => db.close());

  it('applies its migrations once', async () => {
    await Promise.all([migrate(db), migrate(db)]);
    const rows = await db.query('SELECT name FROM applied_migrations');
    expect(rows.map(({ name }) => name)).toEqual(ownMigrations().map(({ name }) => name));
  });

  it('stops at a migration that was changed, and at a database from a newer version', async () => {
    const [first, ...rest] = ownMigrations();
    await expect(migrate(db, [{ name: first!.name, sql: `${first!.sql}\n` }, ...rest])).rejects.toThrow('was changed');
    await expect(migrate(db, [])).rejects.toThrow('newer version');
  });

  it('leaves nothing of a migration that fails', async () => {
    const bad = { name: '9999-bad.sql', sql: 'CREATE TABLE half (id uuid); CREATE TABLE half (id uuid)' };
    await expect(migrate(db, [...ownMigrations(), bad])).rejects.toThrow();
    expect(await db.query("SELECT 1 AS one FROM information_schema.tables WHERE table_name = 'half'")).toEqual([]);
    await migrate(db);
  });

  it('rolls back what a failing transaction wrote', async () => {
    const failing = db.transaction(async ({ query }) => {
      await query("INSERT INTO settings (name, value) VALUES ('half', 'x')");
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await db.query("SELECT name FROM settings WHERE name = 'half'")).toEqual([]);
  });

  it('takes a nonce once per installation, and forgets it after its end', async () => {
    const installId = randomUUID();
    const nonce = { installId, nonce: 'n', expiresAt: now };
    expect(await useNonce(db, nonce)).toBe(true);
    expect(await useNonce(db, nonce)).toBe(false);
    expect(await useNonce(db, { ...nonce, installId: randomUUID() })).toBe(true);
    await forgetNonces(db, now);
    expect(await useNonce(db, nonce)).toBe(false);
    await forgetNonces(db, now + 1);
    expect(await useNonce(db, nonce)).toBe(true);
  });

  it.each([0, 1])('never forks a chain of %i entries, however many write to it at once', async (length) => {
    const chain = { installId: randomUUID(), chain: randomUUID() };
    const before = [entryOf('before')].slice(0, length);
    if (length > 0) await appendToChain(db, { ...chain, from: 0, entries: before });
    const name = (index: number) => `fork-${length}-${index}`;
    const writers = Array.from({ length: 6 }, (_, index) => [entryOf(name(index)), entryOf(name(index))]);
    const push = (entries: readonly ChainEntry[]) => appendToChain(db, { ...chain, from: length, entries });
    const states = await Promise.all(writers.map(push));
    expect(new Set(states.map(({ head }) => head)).size).toBe(1);
    expect(states.every(({ count }) => count === length + 2)).toBe(true);
    const heads = await Promise.all(writers.map((entries) => headOf(chain.chain, [...before, ...entries])));
    const winner = heads.indexOf(states[0]!.head);
    const rows = await db.query('SELECT DISTINCT pseudonym FROM incidents WHERE pseudonym LIKE $1', [
      `fork-${length}-%`,
    ]);
    expect(rows).toEqual([{ pseudonym: name(winner) }]);
  });

  it('joins overlapping batches into one chain, whatever their order', async () => {
    const chain = { installId: randomUUID(), chain: randomUUID() };
    const entries = Array.from({ length: 30 }, () => entryOf('overlap'));
    const starts = [0, 10, 5, 20, 0, 15, 25, 3];
    const push = (from: number) => appendToChain(db, { ...chain, from, entries: entries.slice(from, from + 12) });
    for (let round = 0; round < 4; round += 1) await Promise.all(starts.map(push));
    const end = await push(25);
    expect(end).toMatchObject({ count: 30, head: await headOf(chain.chain, entries), duplicates: [] });
    const rows = await db.query("SELECT id FROM incidents WHERE pseudonym = 'overlap'");
    expect(rows).toHaveLength(30);
  });

  it('stores nothing of an entry without an incident, or beyond the end', async () => {
    const chain = { installId: randomUUID(), chain: randomUUID() };
    const beyond = await appendToChain(db, { ...chain, from: 4, entries: [entryOf('beyond')] });
    expect(beyond).toMatchObject({ count: 0, head: await emptyHead(chain.chain) });
    const tombstone = { salt: 'A'.repeat(43), event: '{}' };
    expect(await appendToChain(db, { ...chain, from: 0, entries: [tombstone] })).toMatchObject({
      count: 1,
      head: await headOf(chain.chain, [tombstone]),
    });
    expect(await db.query("SELECT id FROM incidents WHERE pseudonym = 'beyond'")).toEqual([]);
  });

  it('keeps the latest heartbeat of each day', async () => {
    const installId = randomUUID();
    const beat = (heartbeat: Heartbeat, at: number) => recordHeartbeat(db, { installId, heartbeat, now: at });
    await beat(heartbeatNow(), now);
    await Promise.all([1, 2, 3].map(() => beat({ ...heartbeatNow(), state: 'degraded' }, now + 60_000)));
    await beat(heartbeatNow(), now + 86_400_000);
    const rows = await db.query(
      'SELECT day::text AS day, state FROM heartbeats WHERE install_id = $1::uuid ORDER BY day',
      [installId],
    );
    expect(rows).toEqual([
      { day: '2026-11-25', state: 'degraded' },
      { day: '2026-11-26', state: 'enforced' },
    ]);
  });

  it('lists rows newest first, page by page, without missing or repeating one', async () => {
    const chain = { installId: randomUUID(), chain: randomUUID() };
    const many = Array.from({ length: 25 }, (_, index) => entryOf('pages', now - Math.floor(index / 4) * 300_000));
    await appendToChain(db, { ...chain, from: 0, entries: many });
    const filters = { pseudonym: 'pages' };
    const seen = [];
    let after: { readonly at: string; readonly id: string } | undefined;
    for (;;) {
      const page = await listIncidents(db, { filters, after, limit: 4 });
      seen.push(...page.map(({ incident }) => incident));
      const last = page.at(-1);
      if (last === undefined) break;
      after = { at: last.incident.at, id: last.incident.id };
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
    const times = seen.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(seen.map((incident) => JSON.stringify(incident)).toSorted()).toEqual(
      many.map(({ event }) => JSON.stringify(JSON.parse(event))).toSorted(),
    );
  });

  it('filters by each field', async () => {
    const chain = { installId: randomUUID(), chain: randomUUID() };
    const [finding] = incidentAt(now).findings;
    const odd = entryOf('filters', now - 3 * 86_400_000, {
      action: 'warn',
      outcome: 'justified',
      justification: 'test-data',
      surface: 'file',
      findings: [
        { ...finding!, category: 'contact', severity: 'low' },
        { ...finding!, category: 'health', severity: 'medium' },
      ],
      chainRestarted: true,
    });
    const plain = entryOf('filters');
    await appendToChain(db, { ...chain, from: 0, entries: [odd, plain] });
    const found = async (filters: IncidentFilters) => {
      const rows = await listIncidents(db, { filters: { pseudonym: 'filters', ...filters }, limit: 10 });
      return rows.map(({ incident }) => incident);
    };
    const only = [odd.stored!.incident];
    expect(await found({ action: 'warn' })).toEqual(only);
    expect(await found({ outcome: 'justified' })).toEqual(only);
    expect(await found({ surface: 'file' })).toEqual(only);
    expect(await found({ category: 'contact' })).toEqual(only);
    expect(await found({ category: 'health', severity: 'medium' })).toEqual(only);
    expect(await found({ severity: 'low' })).toEqual([]);
    expect(await found({ to: '2026-11-22' })).toEqual(only);
    expect(await found({ from: '2026-11-23' })).toEqual([plain.stored!.incident]);
    expect(await found({ from: '2026-11-22', to: '2026-11-25' })).toHaveLength(2);
    expect(await found({ pseudonym: 'nobody' })).toEqual([]);
  });

  it('counts tries that come at once, and takes a code once', async () => {
    const id = randomUUID();
    await addPerson(db, { id, name: id, roles: ['owner'], passwordHash: 'x', sealedSecret: 'x', lastStep: 5 });
    const tries = await Promise.all([1, 2, 3, 4].map(() => countTry(db, id, { now, longest: 3_600_000 })));
    expect(tries.toSorted()).toEqual([1, 2, 3, 4]);
    await lockPerson(db, id, now + 1_000);
    expect(await countTry(db, id, { now: now + 999, longest: 3_600_000 })).toBeUndefined();
    expect(await countTry(db, id, { now: now + 1_000, longest: 3_600_000 })).toBe(5);
    const taken = await Promise.all([6, 6, 6].map((step) => takeStep(db, id, step)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeStep(db, id, 5)).toBe(false);
    expect(await countTry(db, id, { now, longest: 3_600_000 })).toBe(1);
  });

  it('gives a setting to the first who claims it', async () => {
    const claims = await Promise.all([1, 2, 3].map((index) => claimSetting(db, 'owner', String(index))));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});
