import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

/** A place that incidents are sent to, as it is stored. */
export interface StoredSink {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** JSON text, of the schema that its kind has. */
  readonly settings: string;
  /** Sealed. */
  readonly secret: string | null;
  readonly enabled: boolean;
  /** UTC days, `YYYY-MM-DD`. */
  readonly createdOn: string;
  readonly failingSince: string | null;
  readonly lastProblem: string | null;
  /** SHA-256 of the text of the checkpoint that it got last. */
  readonly lastCheckpoint: string | null;
}

const SinkRow = z.object({
  id: z.uuidv4(),
  kind: z.string(),
  title: z.string(),
  settings: z.string(),
  secret: z.nullable(z.string()),
  enabled: z.boolean(),
  created_on: z.iso.date(),
  failing_since: z.nullable(z.iso.date()),
  last_problem: z.nullable(z.string()),
  last_checkpoint: z.nullable(z.string()),
});

function sinkOf(row: z.infer<typeof SinkRow>): StoredSink {
  const { created_on: createdOn, failing_since: failingSince, last_problem: lastProblem, ...more } = row;
  const { last_checkpoint: lastCheckpoint, ...same } = more;
  return { ...same, createdOn, failingSince, lastProblem, lastCheckpoint };
}

export async function readSinks(db: Queries): Promise<readonly StoredSink[]> {
  const rows = await db.query(
    `SELECT id, kind, title, settings, secret, enabled, created_on::text AS created_on,
       failing_since::text AS failing_since, last_problem, last_checkpoint
     FROM sinks ORDER BY created_on, title, id`,
  );
  return readRows(SinkRow, rows).map(sinkOf);
}

export async function readSink(db: Queries, id: string): Promise<StoredSink | undefined> {
  const rows = await db.query(
    `SELECT id, kind, title, settings, secret, enabled, created_on::text AS created_on,
       failing_since::text AS failing_since, last_problem, last_checkpoint
     FROM sinks WHERE id = $1::uuid`,
    [id],
  );
  return readRows(SinkRow, rows).map(sinkOf)[0];
}

export async function insertSink(
  db: Queries,
  {
    id,
    kind,
    title,
    settings,
    secret,
    enabled,
    createdOn,
  }: Omit<StoredSink, 'failingSince' | 'lastProblem' | 'lastCheckpoint'>,
): Promise<void> {
  await db.query(
    `INSERT INTO sinks (id, kind, title, settings, secret, enabled, created_on)
     VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::date)`,
    [id, kind, title, settings, secret, enabled, createdOn],
  );
}

/** Writes what people may change. */
export async function updateSink(
  db: Queries,
  { id, title, settings, secret, enabled }: Pick<StoredSink, 'id' | 'title' | 'settings' | 'secret' | 'enabled'>,
): Promise<void> {
  await db.query('UPDATE sinks SET title = $2, settings = $3, secret = $4, enabled = $5 WHERE id = $1::uuid', [
    id,
    title,
    settings,
    secret,
    enabled,
  ]);
}

/** A sink and all that waits for it. */
export async function deleteSink(db: Queries, id: string): Promise<void> {
  await db.query('DELETE FROM sinks WHERE id = $1::uuid', [id]);
  await db.query('DELETE FROM sink_queue WHERE sink_id = $1::uuid', [id]);
}

/** What the last delivery was like. The first day of a row of failures stays until one succeeds. */
export async function noteHealth(
  db: Queries,
  { id, failing, problem, day }: { id: string; failing: boolean; problem: string | null; day: string },
): Promise<void> {
  await db.query(
    `UPDATE sinks SET failing_since = CASE WHEN $2::boolean THEN COALESCE(failing_since, $4::date) END, last_problem = $3
     WHERE id = $1::uuid`,
    [id, failing, problem, day],
  );
}

export async function noteCheckpoint(db: Queries, id: string, hash: string): Promise<void> {
  await db.query('UPDATE sinks SET last_checkpoint = $2 WHERE id = $1::uuid', [id, hash]);
}
