import * as z from 'zod/mini';
import { bucketCount, readRows, timestamp } from './database.ts';
import type { Database, Queries } from './database.ts';

const day = 86_400_000;
/** Rows go in slices, so that no statement is long and none holds up those who write. */
const slices = 8;

const OldestIncident = z.object({ oldest: z.nullable(z.date()) });

/** Deletes incidents of the days before the one of `moment`, oldest first, a day and a range of buckets at a time. */
export async function deleteIncidentsBefore(db: Database, moment: number): Promise<void> {
  const end = startOfDay(moment);
  const rows = await db.query('SELECT min(rounded_at) AS oldest FROM incidents');
  const oldest = readRows(OldestIncident, rows)[0]?.oldest?.getTime() ?? end;
  for (let from = startOfDay(oldest); from < end; from += day)
    for (const [first, last] of bucketRanges())
      await db.query(
        `DELETE FROM incidents WHERE rounded_at >= $1::timestamptz AND rounded_at < $2::timestamptz
           AND bucket >= $3::smallint AND bucket < $4::smallint`,
        [timestamp(from), timestamp(from + day), first, last],
      );
}

/** Deletes heartbeats of the days before `first` (`YYYY-MM-DD`). */
export async function deleteHeartbeatsBefore(db: Queries, first: string): Promise<void> {
  for (const [from, to] of bucketRanges())
    await db.query('DELETE FROM heartbeats WHERE bucket >= $1::smallint AND bucket < $2::smallint AND day < $3::date', [
      from,
      to,
      first,
    ]);
}

function* bucketRanges(): Generator<readonly [number, number]> {
  const width = bucketCount / slices;
  for (let first = 0; first < bucketCount; first += width) yield [first, first + width];
}

function startOfDay(moment: number): number {
  return Math.floor(moment / day) * day;
}
