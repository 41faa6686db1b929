import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

const CheckpointRow = z.object({ size: z.int(), head: z.string(), signed: z.string() });
export type StoredCheckpoint = z.infer<typeof CheckpointRow>;

/** `false` when another process has signed this hour's. */
export async function addCheckpoint(
  db: Queries,
  { hour, size, head, signed }: StoredCheckpoint & { readonly hour: string },
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO audit_checkpoints (hour, size, head, signed) VALUES ($1, $2::integer, $3, $4)
     ON CONFLICT DO NOTHING RETURNING hour`,
    [hour, size, head, signed],
  );
  return rows.length > 0;
}

/** The newest first. */
export async function newestCheckpoints(db: Queries, limit: number): Promise<readonly StoredCheckpoint[]> {
  const rows = await db.query('SELECT size, head, signed FROM audit_checkpoints ORDER BY hour DESC LIMIT $1::integer', [
    limit,
  ]);
  return readRows(CheckpointRow, rows);
}

const HourRow = z.object({ hour: z.nullable(z.string()) });

/** The hour of UTC of the newest checkpoint, `YYYY-MM-DDTHH`. */
export async function newestCheckpointHour(db: Queries): Promise<string | undefined> {
  const [row] = readRows(HourRow, await db.query('SELECT max(hour) AS hour FROM audit_checkpoints'));
  return row?.hour ?? undefined;
}

export async function hasCheckpoint(db: Queries, hour: string): Promise<boolean> {
  return (await db.query('SELECT hour FROM audit_checkpoints WHERE hour >= $1 LIMIT 1', [hour])).length > 0;
}

export async function forgetCheckpoints(db: Queries, beforeHour: string): Promise<void> {
  await db.query('DELETE FROM audit_checkpoints WHERE hour < $1', [beforeHour]);
}
