import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { News } from '../alerts/reconcile.ts';
import { alertEvents, alertKinds, alertLevels } from '../vocabulary.ts';
import { readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

const NoticeRow = z.object({
  id: z.uuidv4(),
  alert_id: z.uuidv4(),
  kind: z.enum(alertKinds),
  subject: z.string(),
  level: z.enum(alertLevels),
  since: z.iso.date(),
  event: z.enum(alertEvents),
  day: z.iso.date(),
  tries: z.int(),
});

/** What a destination should be told, as it was when it happened. */
export type StoredNotice = z.infer<typeof NoticeRow>;

/** Puts news into the queue of a destination. The same of an alert is there once for a day. */
export async function addNotice({ query }: Queries, destinationId: string, { alert, event }: News): Promise<void> {
  const { id, kind, subject, level, since, toldOn } = alert;
  await query(
    `INSERT INTO alert_notices (id, destination_id, alert_id, kind, subject, level, since, event, day, tries, dead)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::date, $8, $9::date, 0, false) ON CONFLICT DO NOTHING`,
    [randomUUID(), destinationId, id, kind, subject, level, since, event, toldOn],
  );
}

/** What a destination should get now: those that were tried least come first, then the oldest. */
export async function dueNotices(
  db: Queries,
  { destinationId, now, limit }: { readonly destinationId: string; readonly now: number; readonly limit: number },
): Promise<readonly StoredNotice[]> {
  const rows = await db.query(
    `SELECT id, alert_id, kind, subject, level, since::text AS since, event, day::text AS day, tries FROM alert_notices
     WHERE destination_id = $1::uuid AND NOT dead AND (due_at IS NULL OR due_at <= $2::timestamptz)
     ORDER BY tries, day, kind, subject, id LIMIT $3::integer`,
    [destinationId, timestamp(now), limit],
  );
  return readRows(NoticeRow, rows);
}

export async function removeNotices(db: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `DELETE FROM alert_notices USING jsonb_to_recordset($1::jsonb) AS done (id uuid) WHERE alert_notices.id = done.id`,
    [JSON.stringify(ids.map((id) => ({ id })))],
  );
}

export interface PostponedNotice {
  readonly id: string;
  readonly tries: number;
  readonly dead: boolean;
  /** A closed word. */
  readonly problem: string;
  /** Milliseconds since 1970; null for a dead letter. */
  readonly dueAt: number | null;
}

/** Keeps what was not delivered: for a later try, or as a dead letter. */
export async function postponeNotices(db: Queries, postponed: readonly PostponedNotice[]): Promise<void> {
  for (const { id, tries, dead, problem, dueAt } of postponed)
    await db.query(
      `UPDATE alert_notices SET tries = $2, dead = $3, problem = $4, due_at = $5::timestamptz WHERE id = $1::uuid`,
      [id, tries, dead, problem, dueAt === null ? null : timestamp(dueAt)],
    );
}

/** Dead letters wait again, as if they were new. */
export async function reviveNotices(db: Queries, destinationId: string): Promise<void> {
  await db.query(
    `UPDATE alert_notices SET dead = false, tries = 0, due_at = NULL, problem = NULL
     WHERE destination_id = $1::uuid AND dead`,
    [destinationId],
  );
}

/** What waits for its next try is due now. */
export async function hurryNotices(db: Queries, destinationId: string): Promise<void> {
  await db.query('UPDATE alert_notices SET due_at = NULL WHERE destination_id = $1::uuid AND NOT dead', [
    destinationId,
  ]);
}

const CountRow = z.object({ destination_id: z.uuidv4(), dead: z.boolean(), rows: z.int() });

/** How many rows of each destination wait or are dead. */
export async function countNotices(db: Queries): Promise<readonly z.infer<typeof CountRow>[]> {
  const rows = await db.query(
    'SELECT destination_id, dead, count(*)::integer AS rows FROM alert_notices GROUP BY destination_id, dead',
  );
  return readRows(CountRow, rows);
}
