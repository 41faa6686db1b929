import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries, Row } from './database.ts';
import { lockFolder } from './folder-lock.ts';

/**
 * The embedded engine, for trials and tests: one process, one connection, and no fsync. Without a folder it lives in memory.
 * PGlite itself lets two processes write over each other, so the folder carries a lock of our own.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const release = folder === undefined ? () => undefined : lockFolder(folder);
  try {
    const engine = await PGlite.create(folder === undefined ? {} : { dataDir: `${folder}/pglite` });
    return databaseOn(engine, async () => {
      await engine.close();
      release();
    });
  } catch (error) {
    release();
    throw error;
  }
}

/** The database of an engine that is open. */
export function databaseOn(engine: PGlite, close: () => Promise<void>): Database {
  return {
    engine: 'pglite',
    ...queriesOf(engine),
    // PGlite's own mutex makes transactions a single queue.
    transaction: (work) => engine.transaction((transaction) => work(queriesOf(transaction))),
    close,
  };
}

function queriesOf(engine: Pick<PGlite, 'query'>): Queries {
  return { query: async (sql, values = []) => (await engine.query<Row>(sql, [...values])).rows };
}
