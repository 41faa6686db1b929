import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  /** One statement of the portable subset. Times are ISO 8601 texts; JSON is passed as text. */
  readonly query: (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
}

/** One SQL text, two engines. */
export interface Database extends Queries {
  readonly engine: 'pglite' | 'postgresql';
  /** Commits when `work` resolves and rolls back when it throws. `work` may run more than once. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The database cannot be reached now. The answer is 503, and the caller tries again later. */
export class DatabaseAway extends Error {
  constructor() {
    super('the database is away');
    this.name = 'DatabaseAway';
  }
}

/** Rows are not trusted: they are read by a schema, and one that does not fit is a broken invariant. */
export function readRows<Schema extends z.core.$ZodType>(schema: Schema, rows: readonly Row[]): z.output<Schema>[] {
  return rows.map((row) => z.parse(schema, row));
}

/** How many values `bucketOf` has. */
export const bucketCount = 1024;

/** The leading part of every key of a table that grows: 0–1023, the first ten bits of SHA-256. It spreads rows over nodes. */
export function bucketOf(subject: string): number {
  return createHash('sha256').update(subject).digest().readUInt16BE(0) >> 6;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A moment in the form that statements take. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The UTC day of a moment, `YYYY-MM-DD`. */
export function dayOf(milliseconds: number): string {
  return timestamp(milliseconds).slice(0, 10);
}
