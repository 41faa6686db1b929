import * as z from 'zod/mini';
import { bucketCount, bucketOf, readRows } from './database.ts';
import type { Queries } from './database.ts';
import { IncidentRow, listed } from './incident-list.ts';
import type { ListedIncident } from './incident-list.ts';

/** The key of a stored incident. Two rows may have one id: the bucket is that of the pseudonym. */
export interface IncidentKey {
  readonly bucket: number;
  readonly id: string;
}

const KeyRow = z.object({ bucket: z.int(), id: z.uuidv4() });
const allBuckets = JSON.stringify(Array.from({ length: bucketCount }, (_, bucket) => ({ bucket })));
/** Ids of one look-up, so that no statement is long. */
const mostIds = 100;

/** Where incidents with these ids are stored. An id does not tell its bucket, so each is asked for in all of them. */
export async function findIncidents(db: Queries, ids: readonly string[]): Promise<readonly IncidentKey[]> {
  const found: IncidentKey[] = [];
  for (let from = 0; from < ids.length; from += mostIds) {
    const asked = ids.slice(from, from + mostIds).map((id) => ({ id }));
    const rows = await db.query(
      `SELECT incidents.bucket AS bucket, incidents.id::text AS id
       FROM jsonb_to_recordset($1::jsonb) AS asked (id uuid)
       CROSS JOIN jsonb_to_recordset($2::jsonb) AS places (bucket smallint)
       JOIN incidents ON incidents.bucket = places.bucket AND incidents.id = asked.id`,
      [JSON.stringify(asked), allBuckets],
    );
    found.push(...readRows(KeyRow, rows));
  }
  return found;
}

/** The incidents of these keys, newest first. */
export async function readIncidents(db: Queries, keys: readonly IncidentKey[]): Promise<readonly ListedIncident[]> {
  const rows = await db.query(
    `SELECT incidents.id AS id, pseudonym, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause
     FROM jsonb_to_recordset($1::jsonb) AS asked (bucket smallint, id uuid)
     JOIN incidents ON incidents.bucket = asked.bucket AND incidents.id = asked.id
     ORDER BY rounded_at DESC, incidents.id DESC`,
    [JSON.stringify(keys)],
  );
  return readRows(IncidentRow, rows).map(listed);
}

/** Deletes the incidents of these keys and says how many there were. */
export async function deleteIncidents(db: Queries, keys: readonly IncidentKey[]): Promise<number> {
  if (keys.length === 0) return 0;
  const rows = await db.query(
    `DELETE FROM incidents USING jsonb_to_recordset($1::jsonb) AS gone (bucket smallint, id uuid)
     WHERE incidents.bucket = gone.bucket AND incidents.id = gone.id RETURNING 1 AS one`,
    [JSON.stringify(keys)],
  );
  return rows.length;
}

const UnsentRow = z.object({ sink_id: z.uuidv4(), copies: z.int() });

/** How many of these incidents wait for each sink and were never sent to it. A sink without any is left out. */
export async function countUnsent(db: Queries, keys: readonly IncidentKey[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query(
    `SELECT sink_queue.sink_id::text AS sink_id, count(*)::integer AS copies
     FROM jsonb_to_recordset($1::jsonb) AS asked (bucket smallint, id uuid)
     JOIN sink_queue ON sink_queue.bucket = asked.bucket AND sink_queue.incident_id = asked.id
     WHERE sink_queue.tries = 0 AND NOT sink_queue.repeated GROUP BY sink_queue.sink_id`,
    [JSON.stringify(keys)],
  );
  return new Map(readRows(UnsentRow, rows).map((row) => [row.sink_id, row.copies]));
}

/** Takes these incidents out of the queues of all sinks. */
export async function dropQueued(db: Queries, keys: readonly IncidentKey[]): Promise<void> {
  await db.query(
    `DELETE FROM sink_queue USING jsonb_to_recordset($1::jsonb) AS gone (bucket smallint, id uuid)
     WHERE sink_queue.bucket = gone.bucket AND sink_queue.incident_id = gone.id`,
    [JSON.stringify(keys)],
  );
}

/** Keeps incidents with these ids (lower case) out until the day `keptUntil`. */
export async function addTombstones(db: Queries, ids: readonly string[], keptUntil: string): Promise<void> {
  const rows = ids.toSorted().map((id) => ({ bucket: bucketOf(id), id }));
  await db.query(
    `INSERT INTO erased_incidents (bucket, id, kept_until, checked)
     SELECT bucket, id, $2::date, false FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, id uuid)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), keptUntil],
  );
}

/** Tombstones of which nobody has looked yet whether an incident came in while it was being erased. */
export async function readUnchecked(db: Queries): Promise<readonly string[]> {
  const rows = await db.query('SELECT bucket, id::text AS id FROM erased_incidents WHERE NOT checked');
  return readRows(KeyRow, rows).map(({ id }) => id);
}

export async function noteChecked(db: Queries, ids: readonly string[]): Promise<void> {
  await db.query(
    `UPDATE erased_incidents SET checked = true FROM jsonb_to_recordset($1::jsonb) AS done (bucket smallint, id uuid)
     WHERE erased_incidents.bucket = done.bucket AND erased_incidents.id = done.id`,
    [JSON.stringify(ids.map((id) => ({ bucket: bucketOf(id), id })))],
  );
}

/** Forgets tombstones whose end has come by `day` (`YYYY-MM-DD`). */
export async function forgetTombstones(db: Queries, day: string): Promise<void> {
  await db.query('DELETE FROM erased_incidents WHERE kept_until <= $1::date', [day]);
}
