import { randomUUID } from 'node:crypto';
import { acceptedDays } from '../api/check-entry.ts';
import { sinkKinds } from '../sinks/registry.ts';
import { dayOf } from '../store/database.ts';
import type { Database, Queries } from '../store/database.ts';
import {
  addTombstones,
  countUnsent,
  deleteIncidents,
  dropQueued,
  findIncidents,
  noteChecked,
  readIncidents,
  readUnchecked,
} from '../store/erased-incidents.ts';
import type { IncidentKey } from '../store/erased-incidents.ts';
import type { ListedIncident } from '../store/incident-list.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import { readSinks } from '../store/sinks.ts';

const day = 86_400_000;
const leaseMilliseconds = 60_000;

/** What a sink has of incidents: how many wait and were never sent to it, and how many it may hold. */
export interface SinkCopies {
  readonly kind: string;
  readonly title: string;
  readonly unsent: number;
  readonly mayHold: number;
}

/** What is stored under these ids, and which sinks have copies. */
export async function lookUpIncidents(
  db: Queries,
  ids: readonly string[],
): Promise<{ readonly rows: readonly ListedIncident[]; readonly sinks: readonly SinkCopies[] }> {
  const keys = await findIncidents(db, plainIds(ids));
  if (keys.length === 0) return { rows: [], sinks: [] };
  return { rows: await readIncidents(db, keys), sinks: await copiesOf(db, keys) };
}

/**
 * Deletes the incidents with these ids and what waits of them for sinks. Whatever comes under one of the ids later is refused, whether it was
 * here or not: it may wait in a browser still. Heads of chains stay as they are: they hold salted hashes only. Within a transaction.
 */
export async function eraseIncidents(
  queries: Queries,
  { ids: given, now }: { readonly ids: readonly string[]; readonly now: number },
): Promise<{ readonly erased: number; readonly sinks: readonly SinkCopies[] }> {
  const ids = plainIds(given);
  await addTombstones(queries, ids, endOfTombstone(now));
  const keys = await findIncidents(queries, ids);
  if (keys.length === 0) return { erased: 0, sinks: [] };
  const lease = { holder: randomUUID(), now };
  const sending = await holdSinks(queries, lease);
  const sinks = await copiesOf(queries, keys, sending);
  await dropQueued(queries, keys);
  const erased = await deleteIncidents(queries, keys);
  for (const { id } of await readSinks(queries))
    await releaseLease(queries, { name: `sink ${id}`, holder: lease.holder });
  return { erased, sinks };
}

/** As the database writes them, each once. */
function plainIds(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

/**
 * Takes the lease of each sink, so that no batch is put together until the transaction ends. Returns the sinks that are sending just now: what
 * waits for them may have left already.
 */
async function holdSinks(
  queries: Queries,
  { holder, now }: { readonly holder: string; readonly now: number },
): Promise<ReadonlySet<string>> {
  const sending = new Set<string>();
  for (const { id } of await readSinks(queries)) {
    const taken = await takeLease(queries, { name: `sink ${id}`, holder }, { now, until: now + leaseMilliseconds });
    if (!taken) sending.add(id);
  }
  return sending;
}

async function copiesOf(
  db: Queries,
  keys: readonly IncidentKey[],
  sending: ReadonlySet<string> = new Set(),
): Promise<readonly SinkCopies[]> {
  const waiting = await countUnsent(db, keys);
  return (await readSinks(db)).map(({ id, kind, title }) => {
    const unsent = sending.has(id) ? 0 : (waiting.get(id) ?? 0);
    return { kind: sinkKinds.get(kind)?.title ?? kind, title, unsent, mayHold: keys.length - unsent };
  });
}

/** The first of the month after events that are there now would be too old to be taken. */
function endOfTombstone(now: number): string {
  const end = new Date(now + (acceptedDays + 1) * day);
  return dayOf(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 1));
}

/** Deletes what a transaction that ran at the same moment stored under an erased id. Each tombstone is looked at once. */
export async function eraseLatecomers(db: Database): Promise<void> {
  await db.transaction(async (queries) => {
    const ids = await readUnchecked(queries);
    if (ids.length === 0) return;
    const keys = await findIncidents(queries, ids);
    if (keys.length > 0) await dropQueued(queries, keys);
    await deleteIncidents(queries, keys);
    await noteChecked(queries, ids);
  });
}
