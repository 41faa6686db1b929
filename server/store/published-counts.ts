import * as z from 'zod/mini';
import { scopeOf } from '../privacy/places.ts';
import { levels, overriddenActions } from '../vocabulary.ts';
import type { Level } from '../vocabulary.ts';
import { suppress } from '../privacy/suppress.ts';
import type { ShownValue } from '../privacy/suppress.ts';
import type { Cube } from '../privacy/value-tree.ts';
import { bucketOf, dayOf, readRows } from './database.ts';
import type { Database, Queries } from './database.ts';

const day = 86_400_000;
/**
 * A day is closed when it has been over for this long. Its counts are published once, and those of people deleted: what arrives later
 * is in the list and in no count, because the difference between two editions could single somebody out.
 */
const openDays = 3;

const DayRow = z.object({ day: z.string() });

/** The newest UTC day (`YYYY-MM-DD`) that can be closed. */
export function lastClosableDay(now: number): string {
  return dayOf(now - (openDays + 1) * day);
}

/** Publishes the days that can be closed. Any number of processes may do so at once. */
export async function closeDays(db: Database, now: number): Promise<void> {
  const last = lastClosableDay(now);
  const rows = await db.query(
    `SELECT DISTINCT day::text AS day FROM counts WHERE day <= $1::date
     UNION SELECT DISTINCT day::text AS day FROM count_marks WHERE day <= $1::date`,
    [last],
  );
  for (const { day: date } of readRows(DayRow, rows)) await db.transaction((queries) => closeDay(queries, date));
}

async function closeDay(queries: Queries, date: string): Promise<void> {
  const claimed = await queries.query(
    `INSERT INTO published_days (day, tells_overrides) VALUES ($1::date, true)
     ON CONFLICT DO NOTHING RETURNING day::text AS day`,
    [date],
  );
  if (claimed.length > 0) await publish(queries, date, suppress(await readOpenDay(queries, date)));
  await queries.query('DELETE FROM counts WHERE day = $1::date', [date]);
  await queries.query('DELETE FROM count_marks WHERE day = $1::date', [date]);
}

const CellRow = z.object({ rule: z.string(), action: z.string(), group_name: z.string(), incidents: z.int() });
const PeopleRow = z.object({ scope: z.string(), people: z.int() });

async function readOpenDay(queries: Queries, date: string): Promise<Cube> {
  // People first: what is stored in between is then counted without its people, never the other way round.
  const people = await queries.query(
    'SELECT scope, count(*)::integer AS people FROM count_marks WHERE day = $1::date GROUP BY scope',
    [date],
  );
  const cells = await queries.query(
    `SELECT rule, action, group_name, sum(incidents)::integer AS incidents FROM counts
     WHERE day = $1::date GROUP BY rule, action, group_name`,
    [date],
  );
  return {
    cells: readRows(CellRow, cells).map(({ group_name: group, ...cell }) => ({ ...cell, group })),
    people: new Map(readRows(PeopleRow, people).map((row) => [row.scope, row.people])),
  };
}

async function publish(queries: Queries, date: string, values: readonly ShownValue[]): Promise<void> {
  const rows = values.map(({ group, ...value }) => ({
    ...value,
    bucket: bucketOf(date + scopeOf({ ...value, group })),
    day: date,
    group_name: group,
  }));
  await queries.query(
    `INSERT INTO published_counts (bucket, day, level, action, rule, group_name, incidents)
     SELECT bucket, day, level, action, rule, group_name, incidents
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, day date, level text, action text, rule text,
       group_name text, incidents integer)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** First and last UTC day, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const ValueRow = z.object({
  level: z.enum(levels),
  action: z.string(),
  rule: z.string(),
  group_name: z.string(),
  incidents: z.int(),
});
const DatedRow = z.extend(ValueRow, { day: z.string() });

/** What is shown of each closed day, oldest first; of one level where it is named. */
export async function countsByDay(
  db: Queries,
  { from, to, level }: Days & { readonly level?: Level },
): Promise<readonly (ShownValue & { readonly day: string })[]> {
  const rows = await db.query(
    `SELECT day::text AS day, level, action, rule, group_name, incidents FROM published_counts
     WHERE day >= $1::date AND day <= $2::date AND ($3::text IS NULL OR level = $3::text)
     ORDER BY day, level, action, rule, group_name`,
    [from, to, level ?? null],
  );
  return readRows(DatedRow, rows).map(({ group_name: group, ...value }) => ({ ...value, group }));
}

/** The days' shown values added up; what was hidden on a day is missing, so that sums of parts may be less than their whole. */
export async function countsOfDays(db: Queries, { from, to }: Days): Promise<readonly ShownValue[]> {
  const rows = await db.query(
    `SELECT level, action, rule, group_name, sum(incidents)::integer AS incidents FROM published_counts
     WHERE day >= $1::date AND day <= $2::date
     GROUP BY level, action, rule, group_name ORDER BY level, action, rule, group_name`,
    [from, to],
  );
  return readRows(ValueRow, rows).map(({ group_name: group, ...value }) => ({ ...value, group }));
}

const OverridesRow = z.object({ day: z.string(), incidents: z.int(), overridden: z.int() });

/** A closed day: how many incidents may be shown, and how many of these a person overrode. */
export type DayOfOverrides = z.infer<typeof OverridesRow>;

/** Closed days from `from` on whose counts tell overrides apart, oldest first; a day without a shown total is left out. */
export async function overridesByDay(db: Queries, from: string): Promise<readonly DayOfOverrides[]> {
  const rows = await db.query(
    `SELECT published_counts.day::text AS day,
       sum(CASE WHEN level = 'total' THEN incidents ELSE 0 END)::integer AS incidents,
       sum(CASE WHEN level = 'action' AND action IN ($2, $3) THEN incidents ELSE 0 END)::integer AS overridden
     FROM published_counts JOIN published_days ON published_days.day = published_counts.day
     WHERE published_counts.day >= $1::date AND published_days.tells_overrides AND level IN ('total', 'action')
     GROUP BY published_counts.day ORDER BY published_counts.day`,
    [from, overriddenActions.warn, overriddenActions.justify],
  );
  return readRows(OverridesRow, rows).filter(({ incidents }) => incidents > 0);
}

/** Forgets the values of days before `first`. */
export async function forgetCounts(db: Queries, first: string): Promise<void> {
  await db.query('DELETE FROM published_counts WHERE day < $1::date', [first]);
  await db.query('DELETE FROM published_days WHERE day < $1::date', [first]);
}
