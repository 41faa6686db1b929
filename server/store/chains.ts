import * as z from 'zod/mini';
import { emptyHead, nextHead } from '../../lib/contract/chain.ts';
import { bucketOf, readRows } from './database.ts';
import type { Database, Queries } from './database.ts';
import { insertIncidents, storedIds } from './incidents.ts';
import type { PseudonymousIncident } from './incidents.ts';

/** One entry of a batch: what the chain hashes, and what is stored of it. Without `stored` it counts as a tombstone. */
export interface ChainEntry {
  readonly salt: string;
  readonly event: string;
  readonly stored?: PseudonymousIncident | undefined;
}

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

class ChainMoved extends Error {}

/**
 * Adds what is missing of a batch. Count, head and incidents change in one transaction; the count is compared as it is written, so
 * that two processes cannot fork a chain. A batch that starts beyond the known count changes nothing: the answer says where to go on.
 */
export async function appendToChain(db: Database, batch: Batch): Promise<Appended> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((queries) => append(queries, batch));
    } catch (error) {
      if (!(error instanceof ChainMoved) || attempt === attempts) throw error;
    }
  }
}

async function append(db: Queries, batch: Batch): Promise<Appended> {
  const before = await readChain(db, batch);
  const { count, head } = before ?? { count: 0, head: await emptyHead(batch.chain) };
  const known = Math.min(count - batch.from, batch.entries.length);
  const fresh = known < 0 ? [] : batch.entries.slice(known);
  if (fresh.length === 0) return { count, head, known: Math.max(known, 0), duplicates: [] };
  const after = { count: count + fresh.length, head: await advance(head, fresh) };
  await (before === undefined ? startChain(db, batch, after) : moveChain(db, batch, { from: count, to: after }));
  const duplicates = await store(db, fresh);
  return { ...after, known, duplicates: duplicates.map((index) => index + known) };
}

/** Inserts the incidents of these entries and returns the indexes of those that were stored before, or twice in the batch. */
async function store(db: Queries, entries: readonly ChainEntry[]): Promise<readonly number[]> {
  const seen = new Set(
    await storedIds(
      db,
      entries.flatMap(({ stored }) => stored ?? []),
    ),
  );
  const duplicates: number[] = [];
  const incidents: PseudonymousIncident[] = [];
  for (const [index, { stored }] of entries.entries()) {
    if (stored === undefined) continue;
    if (seen.has(stored.incident.id)) duplicates.push(index);
    else incidents.push(stored);
    seen.add(stored.incident.id);
  }
  await insertIncidents(db, incidents);
  return duplicates;
}

async function advance(head: string, entries: readonly ChainEntry[]): Promise<string> {
  let next = head;
  for (const entry of entries) next = await nextHead(next, entry);
  return next;
}

const ChainRow = z.object({ entry_count: z.int(), head: z.string() });

async function readChain(db: Queries, { installId, chain }: Batch): Promise<ChainState | undefined> {
  const rows = await db.query(
    'SELECT entry_count, head FROM chains WHERE bucket = $1::smallint AND install_id = $2::uuid AND chain_id = $3::uuid',
    [bucketOf(installId), installId, chain],
  );
  const [row] = readRows(ChainRow, rows);
  return row && { count: row.entry_count, head: row.head };
}

async function startChain(db: Queries, { installId, chain }: Batch, { count, head }: ChainState): Promise<void> {
  const rows = await db.query(
    `INSERT INTO chains (bucket, install_id, chain_id, entry_count, head)
     VALUES ($1::smallint, $2::uuid, $3::uuid, $4::integer, $5) ON CONFLICT DO NOTHING RETURNING entry_count`,
    [bucketOf(installId), installId, chain, count, head],
  );
  if (rows.length === 0) throw new ChainMoved();
}

async function moveChain(
  db: Queries,
  { installId, chain }: Batch,
  { from, to }: { readonly from: number; readonly to: ChainState },
): Promise<void> {
  const rows = await db.query(
    `UPDATE chains SET entry_count = $4::integer, head = $5
     WHERE bucket = $1::smallint AND install_id = $2::uuid AND chain_id = $3::uuid AND entry_count = $6::integer
     RETURNING entry_count`,
    [bucketOf(installId), installId, chain, to.count, to.head, from],
  );
  if (rows.length === 0) throw new ChainMoved();
}
