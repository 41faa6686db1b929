import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logToStandardError } from '../log.ts';
import type { Database } from '../store/database.ts';
import { openTestDatabase } from './pglite.ts';
import { openPostgresql } from '../store/postgresql.ts';
import { findBinaries, startPostgresql, withClient } from './postgresql.ts';
import type { OwnPostgresql } from './postgresql.ts';

export interface Engine {
  /** A new, empty database. */
  readonly open: () => Promise<Database>;
}

/** Runs one suite against every engine that the endpoint knows: in memory, a real PostgreSQL, and one that somebody names. */
export function onEachEngine(suite: (engine: Engine) => void): void {
  describe('on PGlite', () => suite({ open: openTestDatabase }));
  const given = process.env['SLUICE_TEST_DATABASE_URL'];
  if (given) describe('on the PostgreSQL that is named', () => suite({ open: () => openOnGiven(given) }));
  const binaries = findBinaries();
  if (binaries === undefined) {
    it('has PostgreSQL to run against', () => {
      process.stdout.write('skipped: postgresql (no binaries found)\n');
      expect(process.env['CI']).not.toBe('1');
    });
    return;
  }
  describe('on PostgreSQL', () => {
    let server: OwnPostgresql;
    beforeAll(async () => {
      server = await startPostgresql(binaries);
    });
    afterAll(() => server.stop());
    suite({ open: async () => openPostgresql(await server.newDatabase(), logToStandardError) });
  });
}

/** A new database on somebody's server, which goes away when it is closed. */
export async function openOnGiven(url: string): Promise<Database> {
  const name = `sluice_test_${randomBytes(8).toString('hex')}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  const db = openPostgresql(own.href, logToStandardError);
  return {
    ...db,
    async close() {
      await db.close();
      await withClient(url, (client) => client.query(`DROP DATABASE ${name}`)); // waits for connections that are ending
    },
  };
}

/** Every row of every table as JSON text. */
export async function dumpDatabase(db: Database): Promise<string> {
  const tables = await db.query(
    "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query(`SELECT row_to_json(whole)::text AS text FROM ${String(name)} AS whole`);
    texts.push(`${String(name)}:`, ...rows.map(({ text }) => String(text)));
  }
  return texts.join('\n');
}
