import * as z from 'zod/mini';
import { damaged } from './sealed-chunks.ts';
import type { Table } from './tables.ts';

/** The first line of a backup's content: what it is of, and the migrations that its tables have. */
export const Head = z.strictObject({
  sluice: z.literal('backup'),
  orgId: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
});
export type Head = z.infer<typeof Head>;

/** Then the key files, then each table: its columns, its rows as JSON texts, and how many they were. The last line says so. */
const Line = z.union([
  z.strictObject({ key: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)), content: z.string() }),
  z.strictObject({ table: z.string(), columns: z.array(z.string()) }),
  z.strictObject({ end: z.string(), rows: z.int() }),
  z.strictObject({ done: z.literal(true) }),
]);
type Line = z.infer<typeof Line>;

/** What is done with the parts of a content, in their order. */
export interface Reader {
  head?(head: Head): Promise<void> | void;
  key?(name: string, content: string): Promise<void> | void;
  table?(table: Table): Promise<void> | void;
  rows?(table: string, lines: readonly string[]): Promise<void> | void;
  end?(table: string, rows: number): Promise<void> | void;
}

const batchCharacters = 1_000_000;
const batchRows = 1_000;

/** Reads a content to its end; one that is out of order, or ends early, is damaged. */
export async function readContent(lines: AsyncIterable<string>, reader: Reader): Promise<void> {
  let began = false;
  let done = false;
  let open: OpenTable | undefined;
  for await (const text of lines) {
    const value = parse(text);
    if (done) throw damaged();
    if (!began) {
      await reader.head?.(readAs(Head, value));
      began = true;
    } else if (typeof value === 'string') {
      if (open === undefined) throw damaged();
      await open.add(value);
    } else {
      const line = readAs(Line, value);
      if ('end' in line !== (open !== undefined)) throw damaged();
      if ('key' in line) await reader.key?.(line.key, line.content);
      if ('table' in line) open = await openTable(line, reader);
      if ('end' in line) {
        await open?.close(line);
        open = undefined;
      }
      done = 'done' in line;
    }
  }
  if (!done) throw damaged();
}

interface OpenTable {
  add(line: string): Promise<void>;
  close(end: { readonly end: string; readonly rows: number }): Promise<void>;
}

async function openTable({ table, columns }: Extract<Line, { table: string }>, reader: Reader): Promise<OpenTable> {
  await reader.table?.({ name: table, columns });
  let held: string[] = [];
  let [characters, total] = [0, 0];
  const flush = async () => {
    if (held.length > 0) await reader.rows?.(table, held);
    [held, characters] = [[], 0];
  };
  return {
    async add(line) {
      held.push(line);
      characters += line.length;
      total += 1;
      if (held.length >= batchRows || characters >= batchCharacters) await flush();
    },
    async close({ end, rows }) {
      await flush();
      if (end !== table || rows !== total) throw damaged();
      await reader.end?.(table, rows);
    },
  };
}

function readAs<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = z.safeParse(schema, value);
  if (!read.success) throw damaged();
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}
