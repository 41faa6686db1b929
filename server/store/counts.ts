import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import type { Incident } from '../../lib/contract/incident.ts';
import type { Keys } from '../keys/key-folder.ts';
import { fewestPeople, placesOf, scopeOf } from '../privacy/places.ts';
import type { CellName } from '../privacy/places.ts';
import { overriddenActions } from '../vocabulary.ts';
import { bucketOf, readRows } from './database.ts';
import type { Queries } from './database.ts';

/** An incident that was stored just now, with the group of its installation. */
export interface CountedIncident {
  readonly incident: Incident;
  readonly pseudonym: string;
  /** `null` where the installation belongs to none. */
  readonly group: string | null;
}

/** The rows of one cell are spread over so many buckets, so that processes seldom wait for each other. */
const spread = 16;

/**
 * Adds incidents to the counts of their days. It belongs into the transaction that stores them, with those that are new only. An
 * incident counts once for each rule and action among its findings; one without findings counts under `cause:` and its cause. An action
 * that the person overrode is one of its own, so that the parts still add up to their whole and each is hidden where too few did so.
 */
export async function addCounts(
  queries: Queries,
  keys: Pick<Keys, 'countMark'>,
  rows: readonly CountedIncident[],
): Promise<void> {
  const hits = rows.flatMap(hitsOf);
  if (hits.length === 0) return;
  await addMarks(queries, keys, hits);
  await addToCells(queries, hits);
}

interface Hit extends CellName {
  readonly day: string;
  readonly pseudonym: string;
}

function hitsOf({ incident, pseudonym, group }: CountedIncident): readonly Hit[] {
  const { at, findings, action, outcome, cause = 'none' } = incident;
  const overridden: Readonly<Partial<Record<string, string>>> =
    outcome === 'sent-anyway' || outcome === 'justified' ? overriddenActions : {};
  const lines = new Map(findings.map((finding) => [`${finding.rule} ${finding.action}`, finding]));
  const named = lines.size === 0 ? [{ rule: `cause:${cause}`, action }] : [...lines.values()];
  return named.map((line) => ({
    day: at.slice(0, 10),
    pseudonym,
    rule: line.rule,
    action: overridden[line.action] ?? line.action,
    group: group ?? '',
  }));
}

/**
 * Values that have enough people already, so that they are not looked up again. One that is wrongly here, after a restore, lacks people
 * and is hidden.
 */
const settledScopes = new WeakMap<object, Set<string>>();
const mostSettled = 100_000;

const ScopeRow = z.object({ day: z.string(), scope: z.string() });

interface Scope {
  readonly bucket: number;
  readonly day: string;
  readonly scope: string;
  readonly people: Set<string>;
}

/** Marks of people are kept up to the number that is asked for: beyond it nobody needs to know how many there are. */
async function addMarks(queries: Queries, keys: Pick<Keys, 'countMark'>, hits: readonly Hit[]): Promise<void> {
  const known = settledScopes.get(keys) ?? new Set();
  settledScopes.set(keys, known);
  if (known.size > mostSettled) known.clear();
  const scopes = scopesOf(hits, known);
  if (scopes.size === 0) return;
  for (const key of await settledOf(queries, [...scopes.values()])) {
    known.add(key);
    scopes.delete(key);
  }
  const marks = [...scopes.values()].flatMap(({ bucket, day, scope, people }) =>
    [...people].map((pseudonym) => ({ bucket, day, scope, mark: keys.countMark({ day, scope, pseudonym }) })),
  );
  if (marks.length === 0) return;
  await queries.query(
    `INSERT INTO count_marks (bucket, day, scope, mark)
     SELECT bucket, day, scope, mark
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, day date, scope text, mark text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(marks.toSorted((a, b) => (a.mark < b.mark ? -1 : 1)))],
  );
}

/** The values that these hits count for and that may still lack people. */
function scopesOf(hits: readonly Hit[], known: ReadonlySet<string>): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const { day, pseudonym, ...cell } of hits)
    for (const place of Object.values(placesOf(cell))) {
      const scope = scopeOf(place);
      const key = day + scope;
      if (known.has(key)) continue;
      const entry = scopes.get(key) ?? { bucket: bucketOf(key), day, scope, people: new Set() };
      entry.people.add(pseudonym);
      scopes.set(key, entry);
    }
  return scopes;
}

async function settledOf(queries: Queries, scopes: readonly Scope[]): Promise<readonly string[]> {
  const rows = await queries.query(
    `SELECT sent.day::text AS day, sent.scope AS scope
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, day date, scope text)
     JOIN count_marks ON count_marks.bucket = sent.bucket AND count_marks.day = sent.day
       AND count_marks.scope = sent.scope
     GROUP BY sent.day, sent.scope HAVING count(*) >= $2::integer`,
    [JSON.stringify(scopes.map(({ bucket, day, scope }) => ({ bucket, day, scope }))), fewestPeople],
  );
  return readRows(ScopeRow, rows).map(({ day, scope }) => day + scope);
}

const CellRow = z.object({ day: z.string(), rule: z.string(), action: z.string(), group_name: z.string() });

async function addToCells(queries: Queries, hits: readonly Hit[]): Promise<void> {
  const bucket = randomInt(spread);
  const cells = new Map<string, z.infer<typeof CellRow> & { readonly bucket: number; incidents: number }>();
  for (const { day, rule, action, group } of hits) {
    const row = { bucket, day, rule, action, group_name: group, incidents: 0 };
    const cell = cells.get(cellKey(row)) ?? row;
    cell.incidents += 1;
    cells.set(cellKey(row), cell);
  }
  // Most cells are there already. Between the two others may start one, so that a second change may be needed.
  await changeCells(queries, cells);
  await startCells(queries, cells);
  await changeCells(queries, cells);
}

type Cells = Map<string, z.infer<typeof CellRow> & { readonly bucket: number; readonly incidents: number }>;

/** Adds to the cells that are there, and takes them out of `cells`. */
async function changeCells(queries: Queries, cells: Cells): Promise<void> {
  if (cells.size === 0) return;
  const changed = await queries.query(
    `UPDATE counts SET incidents = counts.incidents + sent.incidents
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, day date, rule text, action text, group_name text,
       incidents integer)
     WHERE counts.bucket = sent.bucket AND counts.day = sent.day AND counts.rule = sent.rule
       AND counts.action = sent.action AND counts.group_name = sent.group_name
     RETURNING counts.day::text AS day, counts.rule, counts.action, counts.group_name`,
    [jsonOf(cells)],
  );
  for (const row of readRows(CellRow, changed)) cells.delete(cellKey(row));
}

/** Writes the cells that are new, and takes them out of `cells`. */
async function startCells(queries: Queries, cells: Cells): Promise<void> {
  if (cells.size === 0) return;
  const started = await queries.query(
    `INSERT INTO counts (bucket, day, rule, action, group_name, incidents)
     SELECT bucket, day, rule, action, group_name, incidents
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, day date, rule text, action text, group_name text,
       incidents integer)
     ON CONFLICT DO NOTHING RETURNING day::text AS day, rule, action, group_name`,
    [jsonOf(cells)],
  );
  for (const row of readRows(CellRow, started)) cells.delete(cellKey(row));
}

/** In one order for all, so that two transactions do not wait for each other in a ring. */
function jsonOf(cells: Cells): string {
  return JSON.stringify([...cells].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, cell]) => cell));
}

function cellKey({ day, rule, action, group_name: group }: z.infer<typeof CellRow>): string {
  return JSON.stringify([day, rule, action, group]);
}

const GroupRow = z.object({ id: z.string(), group_name: z.nullable(z.string()) });

/** The group of each installation; one that is unknown is left out. */
export async function groupsOf(
  queries: Queries,
  installIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await queries.query(
    `SELECT installs.id::text AS id, group_name
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, id uuid)
     JOIN installs ON installs.bucket = sent.bucket AND installs.id = sent.id`,
    [JSON.stringify([...new Set(installIds)].map((id) => ({ bucket: bucketOf(id), id })))],
  );
  return new Map(readRows(GroupRow, rows).map((row) => [row.id, row.group_name]));
}
