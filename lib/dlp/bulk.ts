import type { Category, Severity } from '../vocabulary/content.ts';
import { tablesOf } from './table.ts';
import type { Finding } from './types.ts';

/** Personal data of many people in one place: a summary of findings beside them, never instead of them. */
export interface Bulk extends Finding {
  readonly detector: 'bulk-personal-data';
  /** Lines that hold something of a person. */
  readonly rows: number;
  /** Different values among them; 0 where only the table's header gives it away. */
  readonly values: number;
}

/** So many rows close together are a list of people, no longer a message about some. */
const fewestRows = 10;
const fewestValues = 8;
/** A table whose header names what it holds needs fewer rows with something found in them. */
const fewestTableRows = 5;
/** From so many rows on the loss would have to be reported to somebody. */
const manyRows = 100;
/** Lines without a finding that may stand between two rows: a blank one, or one of a wrapped record. */
const widestGap = 2;

/** From the least to the most serious, for the category of a list that mixes them. */
const personal: readonly Category[] = ['person', 'contact', 'identity', 'financial', 'health'];

/**
 * The lists of personal data in a text: rows of its findings that follow each other, and tables whose header names personal columns.
 * Spans are those of whole lines, in order, and do not overlap. Linear in the text and the findings, which must be in order.
 */
export function bulkOf(findings: readonly Finding[], text: string): readonly Bulk[] {
  if (findings.length < fewestTableRows) return [];
  const lines = linesOf(text);
  const rows = rowsOf(findings, { text, lines });
  if (rows.length < fewestTableRows) return [];
  const found = [...runsOf(rows, lines), ...tableBulks(text, rows, lines)];
  const kept: Bulk[] = [];
  for (const bulk of found.sort((left, right) => left.start - right.start || right.end - left.end)) {
    const rival = kept.at(-1);
    if (rival === undefined || bulk.start >= rival.end) kept.push(bulk);
    else kept[kept.length - 1] = merged(rival, bulk);
  }
  return kept;
}

function merged(left: Bulk, right: Bulk): Bulk {
  const sure = left.values >= right.values ? left : right;
  const rows = Math.max(left.rows, right.rows);
  return { ...sure, rows, severity: severityOf(rows), start: left.start, end: Math.max(left.end, right.end) };
}

function severityOf(rows: number): Severity {
  return rows >= manyRows ? 'critical' : 'high';
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ start, end });
    start = end + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** A line with findings of people in it. */
interface Row {
  readonly line: number;
  readonly values: string[];
  readonly categories: Set<Category>;
}

function rowsOf(
  findings: readonly Finding[],
  { text, lines }: { text: string; lines: readonly Line[] },
): readonly Row[] {
  const rows: Row[] = [];
  let line = 0;
  for (const { category, start, end } of findings) {
    if (!personal.includes(category)) continue;
    while (start > (lines[line]?.end ?? Infinity)) line += 1;
    const last = rows.at(-1);
    const row = last?.line === line ? last : { line, values: [], categories: new Set<Category>() };
    if (row !== last) rows.push(row);
    row.values.push(text.slice(start, end).toLowerCase());
    row.categories.add(category);
  }
  return rows;
}

function runsOf(rows: readonly Row[], lines: readonly Line[]): readonly Bulk[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && row.line - last.line <= widestGap + 1) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => {
    const values = new Set(run.flatMap((row) => row.values)).size;
    if (run.length < fewestRows || values < fewestValues) return [];
    const place = { start: lines[run[0]?.line ?? 0]?.start ?? 0, end: lines[run.at(-1)?.line ?? 0]?.end ?? 0 };
    const category = worst(run.flatMap(({ categories }) => [...categories]));
    return [bulk(place, { category, rows: run.length, values, confidence: 0.9 })];
  });
}

/** A header says that they are of people. */
function tableBulks(text: string, found: readonly Row[], lines: readonly Line[]): readonly Bulk[] {
  const starts = found.map(({ line }) => lines[line]?.start ?? 0);
  return tablesOf(text)
    .filter(({ start, end }) => countBefore(starts, end) - countBefore(starts, start) >= fewestTableRows)
    .map(({ rows, categories, ...place }) =>
      bulk(place, { category: worst(categories), rows, values: 0, confidence: 0.7 }),
    );
}

/** How many of the places, which are in order, lie before one. */
function countBefore(places: readonly number[], before: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function worst(categories: Iterable<Category>): Category {
  const found = new Set(categories);
  return personal.findLast((each) => found.has(each)) ?? 'person';
}

type Weight = Pick<Bulk, 'category' | 'rows' | 'values' | 'confidence'>;

function bulk({ start, end }: Line, weight: Weight): Bulk {
  return { detector: 'bulk-personal-data', severity: severityOf(weight.rows), ...weight, start, end };
}
