import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyHead, nextHead } from '../../lib/contract/chain.ts';
import { appendToChain, headAfter } from '../store/chains.ts';
import type { Batch, ChainEntry } from '../store/chains.ts';
import { DatabaseAway } from '../store/database.ts';
import type { Database, Queries } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { incidentAt } from '../testing/browser.ts';
import { onEachEngine } from '../testing/engines.ts';
import { openGroupCommit, usualLimits } from './group-commit.ts';
import type { GroupCommit } from './group-commit.ts';

const now = Date.parse('2026-11-25T10:02:00Z');

function entryOf(more: Parameters<typeof incidentAt>[1] = {}): ChainEntry {
  const incident = incidentAt(now, more);
  const salt = randomBytes(32).toString('base64url');
  return { salt, event: JSON.stringify(incident), stored: { incident, pseudonym: 'someone' } };
}

const newChain = () => ({ installId: randomUUID(), chain: randomUUID(), from: 0 });
const newBatch = (size = 1): Batch => ({ ...newChain(), entries: Array.from({ length: size }, () => entryOf()) });
const idOf = ({ stored }: ChainEntry) => stored!.incident.id;

async function add(group: GroupCommit, batch: Batch) {
  const added = await group.add(batch, 'high');
  if (!added.ok) throw new Error('overloaded');
  return added.appended;
}

/** The same database behind a gate: transactions wait until it is opened, and are counted. */
function gated(db: Database) {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let transactions = 0;
  const behind: Database = {
    ...db,
    transaction: async (work) => {
      transactions += 1;
      await opened;
      return db.transaction(work);
    },
  };
  return { db: behind, open: () => open(), count: () => transactions };
}

/** Where a transaction fails: before it, after so many of its statements, or after its commit; or where its process dies. */
type Fault = 'none' | 'before' | 'after' | 'dies-before-commit' | 'dies-after-commit' | number;

/** The same database with a fault in each of its next transactions. A dead process neither answers nor does anything more. */
function faulty(db: Database, faults: Fault[], error: () => Error) {
  let running = 0;
  let dead = false;
  const isDead = () => dead;
  let onDeath: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (onDeath = resolve));
  const never = new Promise<never>(() => undefined);
  const run = async <Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> => {
    const fault = faults.shift() ?? 'none';
    if (fault === 'before') throw error();
    let left = typeof fault === 'number' ? fault : Infinity;
    const result = await db.transaction(async ({ query }) => {
      const done = await work({
        query: (sql, values) => ((left -= 1) < 0 ? Promise.reject(error()) : query(sql, values)),
      });
      if (fault === 'dies-before-commit') dead = true;
      if (isDead()) throw new Error('the database rolls back what a dead process began');
      return done;
    });
    if (fault === 'dies-after-commit') dead = true;
    if (fault === 'after') throw error();
    return result;
  };
  const transaction: Database['transaction'] = async (work) => {
    if (isDead()) return never;
    running += 1;
    const settled = await Promise.allSettled([run(work)]);
    running -= 1;
    if (isDead() && running === 0) onDeath();
    if (isDead()) return never;
    if (settled[0].status === 'rejected') throw settled[0].reason;
    return settled[0].value;
  };
  return { db: { ...db, transaction } satisfies Database, died };
}

interface Push {
  readonly chain: number;
  readonly from: number;
  readonly size: number;
}

const pushes = fc.array(
  fc.record({ chain: fc.nat({ max: 3 }), from: fc.nat({ max: 11 }), size: fc.integer({ min: 1, max: 6 }) }),
  { minLength: 1, maxLength: 24 },
);
const faults = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Fault>('none') },
    { weight: 3, arbitrary: fc.constantFrom<Fault>('before', 'after', 'dies-before-commit', 'dies-after-commit') },
    { weight: 3, arbitrary: fc.nat({ max: 4 }) },
  ),
  { maxLength: 10 },
);
const round = fc.record({ pushes, faults, away: fc.boolean() });

it('hashes as the contract says', async () => {
  const entry = fc.record({
    salt: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    event: fc.string({ unit: 'binary' }),
  });
  const property = fc.asyncProperty(fc.uuid(), fc.array(entry, { maxLength: 4 }), async (chain, made) => {
    const entries = made.map(({ salt, event }) => ({ salt: Buffer.from(salt).toString('base64url'), event }));
    let head = await emptyHead(chain);
    const own = headAfter(head, entries);
    for (const each of entries) head = await nextHead(head, each);
    expect(own).toBe(head);
  });
  await fc.assert(property, { seed: 1, numRuns: 200 });
});

onEachEngine(({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
  });
  afterAll(() => db.close());

  async function storedOnce(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await db.query(
      `SELECT id::text AS id, count(*)::integer AS times FROM incidents
       WHERE id::text IN (SELECT jsonb_array_elements_text($1::jsonb)) GROUP BY id`,
      [JSON.stringify(ids)],
    );
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    return rows.map(({ id }) => String(id)).toSorted();
  }

  describe('acknowledged means committed', () => {
    it('whatever comes at once, fails or is killed', { timeout: 120_000 }, async () => {
      let [acknowledgements, failures] = [0, 0];
      const property = fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const shared = entryOf(); // comes on two chains
        const chains = [0, 1, 2, 3].map((index) => ({
          ...newChain(),
          entries: Array.from({ length: 16 }, (_, at) => (at === 5 && index < 2 ? shared : entryOf())),
        }));
        const acknowledged = chains.map(() => 0);
        for (const { pushes, faults, away } of rounds) {
          const error = () => (away ? new DatabaseAway() : new Error('injected'));
          const process = faulty(db, [...faults], error);
          const group = openGroupCommit(process.db, { ...usualLimits(db), requests: 5, entries: 20 });
          const push = async ({ chain, from, size }: Push) => {
            const { entries, ...key } = chains[chain]!;
            const sent = entries.slice(from, from + size);
            try {
              const appended = await add(group, { ...key, from, entries: sent });
              acknowledgements += 1;
              expect(appended.head).toBe(headAfter(await emptyHead(key.chain), entries.slice(0, appended.count)));
              if (appended.count >= from) expect(appended.count).toBeGreaterThanOrEqual(from + sent.length);
              acknowledged[chain] = Math.max(acknowledged[chain]!, appended.count);
            } catch (thrown) {
              failures += 1;
              expect(['injected', 'the database is away']).toContain((thrown as Error).message);
            }
          };
          await Promise.race([Promise.all(pushes.map(push)), process.died]);
        }
        for (const [index, { entries, ...key }] of chains.entries()) {
          const { count, head } = await appendToChain(db, { ...key, from: 100, entries: entries.slice(0, 1) });
          expect(count).toBeGreaterThanOrEqual(acknowledged[index]!);
          expect(head).toBe(headAfter(await emptyHead(key.chain), entries.slice(0, count)));
          const own = entries.filter((entry) => entry !== shared);
          const counted = entries.slice(0, count).filter((entry) => entry !== shared);
          expect(await storedOnce(own.map(idOf))).toEqual(counted.map(idOf).toSorted());
          if (entries.slice(0, count).includes(shared)) expect(await storedOnce([idOf(shared)])).toHaveLength(1);
        }
      });
      await fc.assert(property, { seed: 7, numRuns: 150 });
      expect(acknowledgements).toBeGreaterThan(100);
      expect(failures).toBeGreaterThan(20);
    });
  });

  it('takes what comes during a flush in one transaction, up to 64 requests or 1,000 entries', async () => {
    const { db: behind, open: openGate, count } = gated(db);
    const { flights } = usualLimits(db);
    const group = openGroupCommit(behind);
    const batches = [
      ...Array.from({ length: flights + 64 }, () => newBatch()),
      newBatch(400),
      newBatch(600),
      newBatch(),
    ];
    const added = batches.map((batch) => add(group, batch));
    openGate();
    const states = await Promise.all(added);
    expect(states.map(({ count }) => count)).toEqual(batches.map(({ entries }) => entries.length));
    expect(count()).toBe(flights + 3);
    const ids = batches.flatMap(({ entries }) => entries.map(idOf));
    expect(await storedOnce(ids)).toEqual(ids.toSorted());
  });

  it('handles requests for one chain in order, and says again what a neighbour brought', async () => {
    const { db: behind, open: openGate, count } = gated(db);
    const group = openGroupCommit(behind, { ...usualLimits(db), flights: 1 });
    const first = add(group, newBatch());
    const { entries, ...key } = newBatch(6);
    const tail = add(group, { ...key, from: 4, entries: entries.slice(4) });
    const start = add(group, { ...key, entries: entries.slice(0, 4) });
    const fork = add(group, { ...key, from: 2, entries: [entryOf(), entryOf()] });
    const whole = add(group, { ...key, entries });
    const other = add(group, { ...newChain(), entries: [entries[5]!, entryOf()] });
    openGate();
    await first;
    const empty = await emptyHead(key.chain);
    const headAt = (length: number) => headAfter(empty, entries.slice(0, length));
    expect(await tail).toEqual({ count: 0, head: empty, known: 0, duplicates: [] });
    expect(await start).toEqual({ count: 4, head: headAt(4), known: 0, duplicates: [] });
    expect(await fork).toEqual({ count: 4, head: headAt(4), known: 2, duplicates: [] });
    expect(await whole).toEqual({ count: 6, head: headAt(6), known: 4, duplicates: [] });
    expect(await other).toMatchObject({ count: 2, known: 0, duplicates: [0] });
    expect(count()).toBe(2);
    expect(await storedOnce(entries.map(idOf))).toHaveLength(6);
  });

  it('lets a request that the database refuses fail alone', async () => {
    const { db: behind, open: openGate } = gated(db);
    const group = openGroupCommit(behind, { ...usualLimits(db), flights: 1 });
    const bad: Batch = { ...newChain(), entries: [entryOf({ at: 'no moment' })] };
    const good = [newBatch(), newBatch(3), newBatch()];
    const answers = [newBatch(), good[0]!, bad, good[1]!, good[2]!].map((batch) => add(group, batch));
    openGate();
    const settled = await Promise.allSettled(answers);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const ids = good.flatMap(({ entries }) => entries.map(idOf));
    expect(await storedOnce(ids)).toEqual(ids.toSorted());
  });

  it('tries a request alone when another process moved its chain, and keeps one history', async () => {
    const groups = [1, 2, 3].map(() => openGroupCommit(db));
    const key = newChain();
    const writers = Array.from({ length: 12 }, () => [entryOf(), entryOf()]);
    const beside = Array.from({ length: 12 }, () => newBatch());
    const states = await Promise.all(
      writers.flatMap((entries, index) => {
        const group = groups[index % 3]!;
        const own = add(group, { ...key, entries });
        return [own, add(group, beside[index]!).then(() => own)];
      }),
    );
    expect(new Set(states.map(({ head }) => head)).size).toBe(1);
    const empty = await emptyHead(key.chain);
    expect(writers.map((entries) => headAfter(empty, entries))).toContain(states[0]!.head);
    expect(await storedOnce(writers.flatMap((entries) => entries.map(idOf)))).toHaveLength(2);
    expect(await storedOnce(beside.flatMap(({ entries }) => entries.map(idOf)))).toHaveLength(12);
  });

  it('refuses what can wait when much waits, and keeps a reserve for severe ones', async () => {
    const { db: behind, open: openGate } = gated(db);
    const group = openGroupCommit(behind, { ...usualLimits(db), load: { low: 4, medium: 6, high: 8 } });
    const taken: ReturnType<GroupCommit['add']>[] = [];
    const tryAdd = async (urgency: 'low' | 'medium' | 'high') => {
      const added = group.add(newBatch(2), urgency);
      const refused = await Promise.race([added, Promise.resolve(undefined).then(() => undefined)]);
      if (refused === undefined) taken.push(added);
      else if (!refused.ok) expect(refused.retryAfter).toBeGreaterThanOrEqual(5);
      return refused === undefined;
    };
    const order = ['low', 'low', 'low', 'medium', 'medium', 'low', 'high', 'high', 'medium'] as const;
    const answers = [];
    for (const urgency of order) answers.push(await tryAdd(urgency));
    expect(answers).toEqual([true, true, false, true, false, false, true, false, false]);
    expect(group.wait('high')).toBeGreaterThanOrEqual(5);
    openGate();
    expect((await Promise.all(taken)).every(({ ok }) => ok)).toBe(true);
    expect(group.wait('high')).toBe(0);
    expect((await group.add(newBatch(), 'low')).ok).toBe(true);
  });
});
