import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

const Count = z.object({ count: z.int() });

export interface NetworkStops {
  readonly people: number;
  readonly heard: number;
}

/**
 * How many pseudonyms of a UTC day (`YYYY-MM-DD`) have an entry of a call that the network gate stopped, because the gates in the page
 * let it pass or could not see it, and how many browsers were heard on that day.
 */
export async function networkStops(db: Queries, day: string): Promise<NetworkStops> {
  const people = await db.query(
    `SELECT count(DISTINCT pseudonym)::integer AS count FROM incidents
     WHERE ring = 'network' AND outcome = 'refused' AND rounded_at >= $1::timestamptz AND rounded_at < $2::timestamptz`,
    [`${day}T00:00:00Z`, new Date(Date.parse(day) + 86_400_000).toISOString()],
  );
  const heard = await db.query('SELECT count(*)::integer AS count FROM heartbeats WHERE day = $1::date', [day]);
  return { people: countIn(people), heard: countIn(heard) };
}

function countIn(rows: Parameters<typeof readRows>[1]): number {
  return readRows(Count, rows)[0]?.count ?? 0;
}
