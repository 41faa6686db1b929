import * as z from 'zod/mini';
import { IncidentRow, listed } from './incident-list.ts';
import type { ListedIncident } from './incident-list.ts';
import { bucketOf, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';
import type { PseudonymousIncident } from './incidents.ts';

export interface Waiting extends ListedIncident {
  /** Deliveries that failed. */
  readonly tries: number;
}

/** Adds incidents to the queue of every sink that is switched on, in the order of their random ids. */
export async function enqueue(db: Queries, batch: readonly PseudonymousIncident[]): Promise<void> {
  const keys = batch.map(({ incident, pseudonym }) => ({ bucket: bucketOf(pseudonym), id: incident.id }));
  await db.query(
    `INSERT INTO sink_queue (bucket, sink_id, incident_id, tries, dead)
     SELECT sent.bucket, sinks.id, sent.id, 0, false
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, id uuid) CROSS JOIN sinks
     WHERE sinks.enabled ORDER BY sent.id ON CONFLICT DO NOTHING`,
    [JSON.stringify(keys)],
  );
}

const WaitingRow = z.extend(IncidentRow, { tries: z.int() });

/** What a sink should get now: those that were tried least come first, then their random ids decide. */
export async function dueIncidents(
  db: Queries,
  { sinkId, now, limit }: { readonly sinkId: string; readonly now: number; readonly limit: number },
): Promise<readonly Waiting[]> {
  const rows = await db.query(
    `SELECT incidents.id, pseudonym, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause, sink_queue.tries
     FROM sink_queue
     JOIN incidents ON incidents.bucket = sink_queue.bucket AND incidents.id = sink_queue.incident_id
     WHERE sink_queue.sink_id = $1::uuid AND NOT sink_queue.dead
       AND (sink_queue.due_at IS NULL OR sink_queue.due_at <= $2::timestamptz)
     ORDER BY sink_queue.tries, sink_queue.incident_id
     LIMIT $3::integer`,
    [sinkId, timestamp(now), limit],
  );
  return readRows(WaitingRow, rows).map((row) => ({ ...listed(row), tries: row.tries }));
}

/** Which row of a sink's queue. */
export interface QueueKey {
  readonly pseudonym: string;
  readonly incidentId: string;
}

export async function removeDelivered(db: Queries, sinkId: string, delivered: readonly QueueKey[]): Promise<void> {
  if (delivered.length === 0) return;
  const keys = delivered.map(({ pseudonym, incidentId }) => ({ bucket: bucketOf(pseudonym), id: incidentId }));
  await db.query(
    `DELETE FROM sink_queue USING jsonb_to_recordset($2::jsonb) AS done (bucket smallint, id uuid)
     WHERE sink_queue.sink_id = $1::uuid AND sink_queue.bucket = done.bucket AND sink_queue.incident_id = done.id`,
    [sinkId, JSON.stringify(keys)],
  );
}

export interface Postponed extends QueueKey {
  readonly tries: number;
  readonly dead: boolean;
  /** A closed word. */
  readonly problem: string;
  /** Milliseconds since 1970, a whole minute; null for a dead letter. */
  readonly dueAt: number | null;
}

/** Keeps what was not delivered: for a later try, or as a dead letter. */
export async function postpone(db: Queries, sinkId: string, postponed: readonly Postponed[]): Promise<void> {
  if (postponed.length === 0) return;
  const rows = postponed.map(({ pseudonym, incidentId, tries, dead, problem, dueAt }) => ({
    bucket: bucketOf(pseudonym),
    id: incidentId,
    tries,
    dead,
    problem,
    due_at: dueAt === null ? null : timestamp(dueAt),
  }));
  await db.query(
    `UPDATE sink_queue SET tries = later.tries, dead = later.dead, problem = later.problem, due_at = later.due_at
     FROM jsonb_to_recordset($2::jsonb)
       AS later (bucket smallint, id uuid, tries integer, dead boolean, problem text, due_at timestamptz)
     WHERE sink_queue.sink_id = $1::uuid AND sink_queue.bucket = later.bucket AND sink_queue.incident_id = later.id`,
    [sinkId, JSON.stringify(rows)],
  );
}

/** Puts the incidents of one UTC day (`YYYY-MM-DD`) into a sink's queue again. What waits there already stays as it is. */
export async function enqueueDay(db: Queries, sinkId: string, day: string): Promise<void> {
  await db.query(
    `INSERT INTO sink_queue (bucket, sink_id, incident_id, tries, dead, repeated)
     SELECT bucket, $1::uuid, id, 0, false, true FROM incidents WHERE day = $2::date ORDER BY id ON CONFLICT DO NOTHING`,
    [sinkId, day],
  );
}

/** Dead letters wait again, as if they were new. */
export async function reviveDead(db: Queries, sinkId: string): Promise<void> {
  await db.query(
    `UPDATE sink_queue SET dead = false, tries = 0, due_at = NULL, problem = NULL, repeated = true
     WHERE sink_id = $1::uuid AND dead`,
    [sinkId],
  );
}

/** What waits for its next try is due now. */
export async function hurry(db: Queries, sinkId: string): Promise<void> {
  await db.query('UPDATE sink_queue SET due_at = NULL WHERE sink_id = $1::uuid AND NOT dead AND due_at IS NOT NULL', [
    sinkId,
  ]);
}

/** Drops what waits for incidents that are no longer kept. */
export async function dropForgotten(db: Queries): Promise<void> {
  await db.query(
    `DELETE FROM sink_queue WHERE NOT EXISTS (
       SELECT 1 FROM incidents WHERE incidents.bucket = sink_queue.bucket AND incidents.id = sink_queue.incident_id)`,
  );
}

const CountRow = z.object({ sink_id: z.uuidv4(), dead: z.boolean(), problem: z.nullable(z.string()), rows: z.int() });

/** How many rows of each sink wait or are dead, by the problem of their last try. */
export async function countQueues(db: Queries): Promise<readonly z.infer<typeof CountRow>[]> {
  const rows = await db.query(
    'SELECT sink_id, dead, problem, count(*)::integer AS rows FROM sink_queue GROUP BY sink_id, dead, problem',
  );
  return readRows(CountRow, rows);
}
