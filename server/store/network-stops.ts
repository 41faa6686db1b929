import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

const Row = z.object({ people: z.int(), heard: z.int() });

/**
 * How many pseudonyms of a UTC day (`YYYY-MM-DD`) have an entry that only the network gate made, because the gates in the page let
 * the call pass or could not see it, and how many browsers were heard on that day.
 */
export async function networkStops(db: Queries, day: string): Promise<z.infer<typeof Row>> {
  const rows = await db.query(
    `SELECT
       (SELECT count(DISTINCT pseudonym) FROM incidents
         WHERE ring = 'network' AND rounded_at >= $1::timestamptz AND rounded_at < $2::timestamptz)::integer AS people,
       (SELECT count(*) FROM heartbeats WHERE day = $3::date)::integer AS heard`,
    [`${day}T00:00:00Z`, new Date(Date.parse(day) + 86_400_000).toISOString(), day],
  );
  const [row] = readRows(Row, rows);
  return row ?? { people: 0, heard: 0 };
}
