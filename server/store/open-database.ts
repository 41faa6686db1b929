import type { Log } from '../log.ts';
import { EndpointProblem } from '../problem.ts';
import { DatabaseAway } from './database.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgresql } from './postgresql.ts';

/** PostgreSQL where an address is given, else the embedded engine in the data folder. */
export async function openDatabase(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly log: Log;
}): Promise<Database> {
  if (options.databaseUrl === undefined) return openPglite(options.dataDir);
  const db = openPostgresql(options.databaseUrl, options.log);
  try {
    await db.query('SELECT 1 AS ready');
    return db;
  } catch (error) {
    await db.close();
    if (error instanceof DatabaseAway) throw new EndpointProblem('The database of DATABASE_URL cannot be reached.');
    throw new EndpointProblem(
      'The database of DATABASE_URL refused the connection; check its name, user and password.',
    );
  }
}
