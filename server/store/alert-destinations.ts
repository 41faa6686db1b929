import * as z from 'zod/mini';
import { alertKinds, alertLevels } from '../vocabulary.ts';
import type { AlertKind, AlertLevel } from '../vocabulary.ts';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

/** Where alerts are sent to, as it is stored. */
export interface StoredDestination {
  readonly id: string;
  readonly channel: string;
  readonly title: string;
  /** JSON text, of the schema that its channel has. */
  readonly settings: string;
  /** Sealed. */
  readonly secret: string | null;
  /** Which alerts it gets, and from which level. */
  readonly kinds: readonly AlertKind[];
  readonly fromLevel: AlertLevel;
  readonly enabled: boolean;
  /** UTC days, `YYYY-MM-DD`. */
  readonly createdOn: string;
  readonly failingSince: string | null;
  readonly lastProblem: string | null;
}

const DestinationRow = z.object({
  id: z.uuidv4(),
  channel: z.string(),
  title: z.string(),
  settings: z.string(),
  secret: z.nullable(z.string()),
  kinds: z.array(z.enum(alertKinds)),
  from_level: z.enum(alertLevels),
  enabled: z.boolean(),
  created_on: z.iso.date(),
  failing_since: z.nullable(z.iso.date()),
  last_problem: z.nullable(z.string()),
});

function destinationOf(row: z.infer<typeof DestinationRow>): StoredDestination {
  const { from_level: fromLevel, created_on: createdOn, failing_since: failingSince, ...more } = row;
  const { last_problem: lastProblem, ...same } = more;
  return { ...same, fromLevel, createdOn, failingSince, lastProblem };
}

export async function readDestinations(db: Queries): Promise<readonly StoredDestination[]> {
  const rows = await db.query(
    `SELECT id, channel, title, settings, secret, kinds, from_level, enabled, created_on::text AS created_on,
       failing_since::text AS failing_since, last_problem
     FROM alert_destinations ORDER BY created_on, title, id`,
  );
  return readRows(DestinationRow, rows).map(destinationOf);
}

export async function readDestination(db: Queries, id: string): Promise<StoredDestination | undefined> {
  return (await readDestinations(db)).find((destination) => destination.id === id); // they are few
}

export type NewDestination = Omit<StoredDestination, 'failingSince' | 'lastProblem'>;

export async function insertDestination(db: Queries, destination: NewDestination): Promise<void> {
  const { id, channel, title, settings, secret, kinds, fromLevel, enabled, createdOn } = destination;
  await db.query(
    `INSERT INTO alert_destinations (id, channel, title, settings, secret, kinds, from_level, enabled, created_on)
     VALUES ($1::uuid, $2, $3, $4, $5, $6::jsonb, $7, $8, $9::date)`,
    [id, channel, title, settings, secret, JSON.stringify(kinds), fromLevel, enabled, createdOn],
  );
}

/** Writes what people may change. */
export async function updateDestination(db: Queries, destination: StoredDestination): Promise<void> {
  const { id, title, settings, secret, kinds, fromLevel, enabled } = destination;
  await db.query(
    `UPDATE alert_destinations SET title = $2, settings = $3, secret = $4, kinds = $5::jsonb, from_level = $6, enabled = $7
     WHERE id = $1::uuid`,
    [id, title, settings, secret, JSON.stringify(kinds), fromLevel, enabled],
  );
}

/** A destination and all that waits for it. */
export async function deleteDestination(db: Queries, id: string): Promise<void> {
  await db.query('DELETE FROM alert_destinations WHERE id = $1::uuid', [id]);
  await db.query('DELETE FROM alert_notices WHERE destination_id = $1::uuid', [id]);
}

/** What the last delivery was like. The first day of a row of failures stays until one succeeds. */
export async function noteDestination(
  db: Queries,
  { id, failing, problem, day }: { id: string; failing: boolean; problem: string | null; day: string },
): Promise<void> {
  await db.query(
    `UPDATE alert_destinations SET failing_since = CASE WHEN $2::boolean THEN COALESCE(failing_since, $4::date) END,
       last_problem = $3 WHERE id = $1::uuid`,
    [id, failing, problem, day],
  );
}
