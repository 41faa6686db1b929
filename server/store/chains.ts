import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { emptyHead } from '../../lib/contract/chain.ts';
import { bucketOf, readRows } from './database.ts';
import type { Database, Queries } from './database.ts';
import { addIncidents } from './incidents.ts';
import type { PseudonymousIncident } from './incidents.ts';
import { enqueue } from './sink-queue.ts';

/** One entry of a batch: what the chain hashes, and what is stored of it. Without `stored` it counts as a tombstone. */
export interface ChainEntry {
  readonly salt: string;
  readonly event: string;
  readonly stored?: BroughtIncident | undefined;
}

/** The group is for the counts alone: no row of an incident has it. */
export interface BroughtIncident extends PseudonymousIncident {
  readonly group?: string | undefined;
}

/** What else is written for incidents that are new, in the transaction that stores them. */
export type Alongside = (queries: Queries, incidents: readonly BroughtIncident[]) => Promise<void>;

export interface Batch {
  readonly installId: string;
  readonly chain: string;
  /** Entries of this chain before the first one here. */
  readonly from: number;
  readonly entries: readonly ChainEntry[];
}

export interface ChainState {
  readonly count: number;
  readonly head: string;
}

export interface Appended extends ChainState {
  /** Entries at the start of the batch that were known before. */
  readonly known: number;
  /** Indexes of entries whose id was stored before: tombstones too. */
  readonly duplicates: readonly number[];
}

const attempts = 8;

/**
 * Adds what is missing of a batch. Count, head and incidents change in one transaction; the count is compared as it is written, so
 * that two processes cannot fork a chain. A batch that starts beyond the known count changes nothing: the answer says where to go on.
 */
export async function appendToChain(db: Database, batch: Batch, alongside?: Alongside): Promise<Appended> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const [appended] = await db.transaction((queries) => appendGroup(queries, [batch], alongside));
    if (appended !== undefined) return appended;
  }
  throw new Error('a chain moved at each attempt');
}

/**
 * The same for many batches in one transaction, as if they had come one after the other. `undefined`
 * stands for a batch whose chain another transaction moved meanwhile: nothing of it was written, and it is to be tried again.
 */
export async function appendGroup(
  db: Queries,
  batches: readonly Batch[],
  alongside?: Alongside,
): Promise<readonly (Appended | undefined)[]> {
  const before = await readChains(db, batches);
  const after = new Map(before);
  const steps: Step[] = [];
  for (const batch of batches) steps.push(await stepOf(batch, after));
  const grown = [...after].flatMap(([key, state]) => moveOf(key, before.get(key), state) ?? []);
  const written = new Set((await Promise.all([startChains(db, grown), moveChains(db, grown)])).flat());
  const lost = new Set(grown.map(({ key }) => key).filter((key) => !written.has(key)));
  const kept = steps.filter(({ key }) => !lost.has(key));
  const { duplicates, incidents } = await store(db, kept);
  if (incidents.length > 0) await Promise.all([enqueue(db, incidents), alongside?.(db, incidents)]);
  return steps.map((step) => {
    if (lost.has(step.key)) return undefined;
    return { ...step.state, known: step.known, duplicates: duplicates.get(step) ?? [] };
  });
}

/** What one batch adds to its chain, and where the chain then stands. */
interface Step {
  readonly key: string;
  readonly state: ChainState;
  readonly known: number;
  readonly fresh: readonly ChainEntry[];
}

/** Works out the step of a batch and moves its chain in `states`. */
async function stepOf(batch: Batch, states: Map<string, ChainState>): Promise<Step> {
  const key = keyOf(batch.installId, batch.chain);
  const state = states.get(key) ?? { count: 0, head: await emptyHead(batch.chain) };
  const known = Math.min(state.count - batch.from, batch.entries.length);
  const fresh = known < 0 ? [] : batch.entries.slice(known);
  if (fresh.length === 0) return { key, state, known: Math.max(known, 0), fresh };
  const moved = { count: state.count + fresh.length, head: headAfter(state.head, fresh) };
  states.set(key, moved);
  return { key, state: moved, known, fresh };
}

interface Stored {
  /** By step, the indexes of entries that were stored before, or come twice. */
  readonly duplicates: ReadonlyMap<Step, readonly number[]>;
  /** Those that are new. */
  readonly incidents: readonly BroughtIncident[];
}

/** Inserts the incidents of these steps that are new. Of two with one id the first counts. */
async function store(db: Queries, steps: readonly Step[]): Promise<Stored> {
  const firsts = new Map<string, BroughtIncident>();
  for (const { fresh } of steps)
    for (const { stored } of fresh)
      if (stored !== undefined && !firsts.has(idOf(stored))) firsts.set(idOf(stored), stored);
  const duplicates = new Map<Step, number[]>();
  if (firsts.size === 0) return { duplicates, incidents: [] };
  const added = await addIncidents(db, [...firsts.values()]);
  const incidents = [...firsts].flatMap(([id, stored]) => (added.has(id) ? stored : []));
  const unseen = new Set(added);
  for (const step of steps) {
    const again = step.fresh.flatMap(({ stored }, index) =>
      stored === undefined || unseen.delete(idOf(stored)) ? [] : index + step.known,
    );
    duplicates.set(step, again);
  }
  return { duplicates, incidents };
}

/** An incident's id as the database writes it. */
function idOf({ incident }: BroughtIncident): string {
  return incident.id.toLowerCase();
}

/**
 * `nextHead` of the contract over many entries, with the hash of Node: that of WebCrypto goes through a thread for each of its calls.
 * A test holds the two together.
 */
export function headAfter(head: string, entries: readonly Pick<ChainEntry, 'salt' | 'event'>[]): string {
  let next = Buffer.from(head, 'hex');
  for (const { salt, event } of entries) {
    const leaf = createHash('sha256').update(Buffer.from(salt, 'base64url')).update(event, 'utf8').digest();
    next = createHash('sha256').update(next).update(leaf).digest();
  }
  return next.toString('hex');
}

/** A chain in memory. The database writes ids in small letters. */
function keyOf(installId: string, chain: string): string {
  return `${installId}/${chain}`.toLowerCase();
}

/** A chain that grows: `from` is its count before, 0 for a new one. */
interface Move {
  readonly key: string;
  readonly bucket: number;
  readonly install_id: string;
  readonly chain_id: string;
  readonly from_count: number;
  readonly entry_count: number;
  readonly head: string;
}

function moveOf(key: string, before: ChainState | undefined, after: ChainState): Move | undefined {
  if (before === after) return undefined;
  const [installId = '', chain = ''] = key.split('/');
  return {
    key,
    ...rowKey(installId, chain),
    from_count: before?.count ?? 0,
    entry_count: after.count,
    head: after.head,
  };
}

function rowKey(installId: string, chain: string) {
  return { bucket: bucketOf(installId.toLowerCase()), install_id: installId, chain_id: chain };
}

const KeyRow = z.object({ install_id: z.string(), chain_id: z.string() });
const ChainRow = z.extend(KeyRow, { entry_count: z.int(), head: z.string() });

async function readChains(db: Queries, batches: readonly Batch[]): Promise<ReadonlyMap<string, ChainState>> {
  const keys = new Map(batches.map(({ installId, chain }) => [keyOf(installId, chain), rowKey(installId, chain)]));
  const rows = await db.query(
    `SELECT chains.install_id::text AS install_id, chains.chain_id::text AS chain_id, entry_count, head
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, install_id uuid, chain_id uuid)
     JOIN chains ON chains.bucket = sent.bucket AND chains.install_id = sent.install_id
       AND chains.chain_id = sent.chain_id`,
    [JSON.stringify([...keys.values()])],
  );
  return new Map(
    readRows(ChainRow, rows).map((row) => [
      keyOf(row.install_id, row.chain_id),
      { count: row.entry_count, head: row.head },
    ]),
  );
}

/** Writes the chains that are new, and returns the keys of those that no other transaction wrote first. */
async function startChains(db: Queries, moves: readonly Move[]): Promise<readonly string[]> {
  const started = inOrder(moves.filter(({ from_count }) => from_count === 0));
  if (started.length === 0) return [];
  const rows = await db.query(
    `INSERT INTO chains (bucket, install_id, chain_id, entry_count, head)
     SELECT bucket, install_id, chain_id, entry_count, head FROM jsonb_to_recordset($1::jsonb)
       AS sent (bucket smallint, install_id uuid, chain_id uuid, entry_count integer, head text)
     ON CONFLICT DO NOTHING RETURNING install_id::text AS install_id, chain_id::text AS chain_id`,
    [JSON.stringify(started)],
  );
  return readRows(KeyRow, rows).map((row) => keyOf(row.install_id, row.chain_id));
}

/** Moves the chains whose count is still what it was, and returns their keys. */
async function moveChains(db: Queries, moves: readonly Move[]): Promise<readonly string[]> {
  const moved = inOrder(moves.filter(({ from_count }) => from_count > 0));
  if (moved.length === 0) return [];
  const rows = await db.query(
    `UPDATE chains SET entry_count = sent.entry_count, head = sent.head
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, install_id uuid, chain_id uuid,
       from_count integer, entry_count integer, head text)
     WHERE chains.bucket = sent.bucket AND chains.install_id = sent.install_id
       AND chains.chain_id = sent.chain_id AND chains.entry_count = sent.from_count
     RETURNING chains.install_id::text AS install_id, chains.chain_id::text AS chain_id`,
    [JSON.stringify(moved)],
  );
  return readRows(KeyRow, rows).map((row) => keyOf(row.install_id, row.chain_id));
}

/** One order for all, so that two transactions do not wait for each other in a ring. */
function inOrder(moves: readonly Move[]): readonly Move[] {
  return moves.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
