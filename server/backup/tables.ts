import * as z from 'zod/mini';
import { readRows } from '../store/database.ts';
import type { Queries } from '../store/database.ts';

/** A table of the database: its name, and its columns as `name type` in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

const TableRow = z.object({ name: z.string() });
const ColumnRow = z.object({ name: z.string(), type: z.string() });
const CountRow = z.object({ rows: z.int() });
const LineRow = z.object({ line: z.string() });

/** Rows travel in the engine's own text of a whole row, exact for each type; dates within it follow this setting. */
export async function fixTextForms({ query }: Queries): Promise<void> {
  await query("SET LOCAL DateStyle TO 'ISO, YMD'");
}

/** Every table there is, by name. */
export async function findTables({ query }: Queries): Promise<readonly Table[]> {
  const rows = await query(
    `SELECT table_name::text AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
  );
  const tables: Table[] = [];
  // Sorted here: the order of texts in a database depends on its locale.
  for (const { name } of readRows(TableRow, rows).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const columns = await query(
      `SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
      [name],
    );
    tables.push({ name, columns: readRows(ColumnRow, columns).map((column) => `${column.name} ${column.type}`) });
  }
  return tables;
}

const fetchedCharacters = 1_000_000;
const mostRows = 1_000;

/** The rows of a table as texts, a million characters or one row at a time. Within a transaction. */
export async function* readTable({ query }: Queries, table: string): AsyncGenerator<readonly string[]> {
  await query(
    forTable('DECLARE backup_rows NO SCROLL CURSOR FOR SELECT one::text AS line FROM some_table AS one', table),
  );
  for (let count = 10; ;) {
    const rows = await query('FETCH FORWARD row_count FROM backup_rows'.replace('row_count', String(count)));
    const lines = readRows(LineRow, rows).map(({ line }) => line);
    if (lines.length === 0) break;
    yield lines;
    const characters = lines.reduce((sum, line) => sum + line.length, 0);
    const fitting = Math.floor((fetchedCharacters * lines.length) / Math.max(characters, 1));
    // At most ten times as many as before: the first rows of a table may be its shortest.
    count = Math.max(1, Math.min(mostRows, count * 10, fitting));
  }
  await query('CLOSE backup_rows');
}

export async function insertRows({ query }: Queries, table: string, lines: readonly string[]): Promise<void> {
  // OFFSET 0 keeps the planner from reading a row's text once for each of its columns.
  const sql = `INSERT INTO some_table SELECT (read.one).* FROM (
       SELECT line::some_table AS one FROM jsonb_array_elements_text($1::jsonb) AS line OFFSET 0
     ) AS read`;
  await query(forTable(sql, table), [JSON.stringify(lines)]);
}

export async function countRows({ query }: Queries, table: string): Promise<number> {
  const rows = await query(forTable('SELECT count(*)::integer AS rows FROM some_table', table));
  return readRows(CountRow, rows)[0]?.rows ?? 0;
}

export async function hasRows({ query }: Queries, table: string): Promise<boolean> {
  return (await query(forTable('SELECT 1 AS found FROM some_table LIMIT 1', table))).length > 0;
}

export async function emptyTable({ query }: Queries, table: string): Promise<void> {
  await query(forTable('DELETE FROM some_table', table));
}

/**
 * Only a name that the database itself gave is put into a statement, and only a plain one. The statements stand above as whole
 * literals, so that the check of the portable subset reads them.
 */
function forTable(sql: string, table: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(table)) throw new TypeError('not a table of ours');
  return sql.replaceAll('some_table', `"${table}"`);
}
