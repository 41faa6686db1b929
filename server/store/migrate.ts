import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { EndpointProblem, errorCode } from '../problem.ts';
import type { Database } from './database.ts';

export interface Migration {
  /** The file's name, e.g. `0001-start.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** The migrations that come with this version, in order. */
export function ownMigrations(folder = new URL('./migrations/', import.meta.url)): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/** Single statements of a file. Our files hold no semicolon inside a text; a comment runs to the end of its line. */
export function statementsOf(sql: string): readonly string[] {
  const bare = sql.replaceAll(/--.*$/gm, '');
  return bare
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}

/**
 * Applies what is missing, forward only, each file in one transaction. A process that comes second waits at the row of the first.
 * A file that was changed after it was applied, or a database from a newer version, stops the start.
 */
export async function migrate(db: Database, migrations: readonly Migration[] = ownMigrations()): Promise<void> {
  await createLedger(db);
  const applied = await db.query('SELECT name, checksum FROM applied_migrations');
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = applied.find(({ name }) => typeof name !== 'string' || !known.has(name));
  if (foreign !== undefined) {
    throw new EndpointProblem('The database was written by a newer version of Sluice; start that version.');
  }
  for (const migration of migrations) {
    const row = applied.find(({ name }) => name === migration.name);
    if (row === undefined) await apply(db, migration);
    else if (row['checksum'] !== checksum(migration)) {
      throw new EndpointProblem(
        `The migration ${migration.name} was changed after it had been applied; put the released file back.`,
      );
    }
  }
}

async function createLedger(db: Database): Promise<void> {
  try {
    await db.query(
      'CREATE TABLE IF NOT EXISTS applied_migrations (name text NOT NULL PRIMARY KEY, checksum text NOT NULL)',
    );
  } catch (error) {
    // Two first starts at the same moment: the other one has made the table.
    if (!['23505', '42P07'].includes(errorCode(error))) throw error;
  }
}

async function apply(db: Database, migration: Migration): Promise<void> {
  await db.transaction(async ({ query }) => {
    const claimed = await query(
      'INSERT INTO applied_migrations (name, checksum) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING name',
      [migration.name, checksum(migration)],
    );
    if (claimed.length === 0) return; // another process applied it while this one waited
    for (const statement of statementsOf(migration.sql)) await query(statement);
  });
}

export function checksum({ sql }: Migration): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
