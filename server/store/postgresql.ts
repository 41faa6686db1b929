import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import type { Log } from '../log.ts';
import { errorCode } from '../problem.ts';
import { DatabaseAway } from './database.ts';
import type { Database, Queries, Row } from './database.ts';

const attempts = 6;

/** Any number of endpoint processes may share one PostgreSQL. */
export function openPostgresql(url: string, log: Log): Database {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    pipeline: true, // statements that do not wait for each other go out together
  });
  // Without a handler a restart of the database would end this process.
  pool.on('error', (error) => log('database-connection-lost', { code: errorCode(error) }));
  return {
    engine: 'postgresql',
    query: (sql, values = []) => retrying(() => pool.query<Row>(sql, [...values])).then(({ rows }) => rows),
    transaction: (work) => retrying(() => withClient(pool, work)),
    close: () => pool.end(),
  };
}

async function withClient<Result>(pool: Pool, work: (queries: Queries) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  const ignore = () => undefined; // the failing query itself reports it
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    const begun = client.query('BEGIN');
    begun.catch(ignore); // what is sent behind it fails too
    const result = await work(queriesOf(client));
    await begun;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone
    if (isAway(error)) broken = new DatabaseAway();
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function queriesOf(client: PoolClient): Queries {
  return { query: async (sql, values = []) => (await client.query<Row>(sql, [...values])).rows };
}

/** Serialisation failures and deadlocks are tried again; a lost database becomes `DatabaseAway`. */
async function retrying<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (isAway(error)) throw new DatabaseAway();
      if (!['40001', '40P01'].includes(errorCode(error)) || attempt === attempts) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

const networkCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOENT',
];

/** Classes 08 (connection), 53 (resources: full disk, too many connections) and 57P (shutdown, starting up), or no connection. */
function isAway(error: unknown): boolean {
  const code = errorCode(error);
  if (networkCodes.includes(code) || /^(08|53|57P)/.test(code)) return true;
  // The driver gives these no code.
  return (
    error instanceof Error && code === '' && /connection terminated|timeout exceeded|not queryable/i.test(error.message)
  );
}
