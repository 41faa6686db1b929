import { timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface Lease {
  /** What is done under it. */
  readonly name: string;
  /** A random id of the process that does it. */
  readonly holder: string;
}

/** Takes or prolongs a lease until `until`; `false` while another holds it. Times are milliseconds since 1970. */
export async function takeLease(
  db: Queries,
  { name, holder }: Lease,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<boolean> {
  const taken = await db.query(
    `UPDATE leases SET holder = $2, until = $3::timestamptz
     WHERE name = $1 AND (holder = $2 OR until < $4::timestamptz) RETURNING name`,
    [name, holder, timestamp(until), timestamp(now)],
  );
  if (taken.length > 0) return true;
  const made = await db.query(
    'INSERT INTO leases (name, holder, until) VALUES ($1, $2, $3::timestamptz) ON CONFLICT DO NOTHING RETURNING name',
    [name, holder, timestamp(until)],
  );
  return made.length > 0;
}

/** Gives a lease back, so that another need not wait for its end. Does nothing when another has it. */
export async function releaseLease(db: Queries, { name, holder }: Lease): Promise<void> {
  await db.query('DELETE FROM leases WHERE name = $1 AND holder = $2', [name, holder]);
}
