import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { openKeys } from '../keys/key-folder.ts';
import { EndpointProblem, errorCode } from '../problem.ts';
import { noteBackup } from '../store/alerts.ts';
import { dayOf, readRows } from '../store/database.ts';
import type { Database, Queries } from '../store/database.ts';
import { readSetting } from '../store/settings.ts';
import type { Clock } from '../workings.ts';
import { writeBackupFile } from './backup-file.ts';
import type { Head } from './content.ts';
import { keysToSave } from './saved-keys.ts';
import { findTables, fixTextForms, readTable } from './tables.ts';

export interface BackupOptions {
  readonly db: Database;
  /** The folder of the endpoint's keys. */
  readonly keyFolder: string;
  readonly file: string;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly clock: Clock;
}

export interface BackupResult {
  readonly orgId: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Of header and ciphertext. */
  readonly bytes: number;
}

const MigrationRow = z.object({ name: z.string(), checksum: z.string() });

/** Writes one moment of the whole endpoint, its keys included, into an encrypted and signed file. */
export async function makeBackup({ db, keyFolder, file, key, clock }: BackupOptions): Promise<BackupResult> {
  if (!existsSync(join(keyFolder, 'signing.key'))) {
    throw new EndpointProblem(`The folder ${keyFolder} holds no keys of an endpoint; give its folder with --data.`);
  }
  const result = await db.transaction(async (queries) => {
    await queries.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await fixTextForms(queries);
    const tables = await findTables(queries);
    if (!tables.some(({ name }) => name === 'settings')) throw empty();
    const orgId = await readSetting(queries, 'organisation');
    if (orgId === undefined) throw empty();
    const keys = openKeys(keyFolder, { orgId, clock });
    if ((await readSetting(queries, 'root-keys')) !== keys.policyRootKeys) {
      throw new EndpointProblem(
        'The database was started with other keys; give the folder that holds them with --data.',
      );
    }
    await keys.delegation(); // renewed now, not while the folder is read
    const madeAt = new Date(clock()).toISOString();
    const counts = { tables: 0, rows: 0 };
    const content = contentOf(queries, { orgId, madeAt, keyFolder, now: clock(), counts });
    const { bytes } = await writeBackupFile(file, content, { key, keys, orgId, madeAt });
    return { orgId, madeAt, ...counts, bytes };
  });
  await note(db, dayOf(clock()));
  return result;
}

/** SQL states of a database, or a user of it, that may only be read. */
const readOnlyCodes: readonly string[] = ['25006', '42501'];

/** So that the endpoint can say when the last backup is old. One of a replica is not known to it. */
async function note(db: Database, day: string): Promise<void> {
  try {
    await noteBackup(db, day);
  } catch (error) {
    if (!readOnlyCodes.includes(errorCode(error))) throw error;
  }
}

function empty(): EndpointProblem {
  return new EndpointProblem('The database is empty: no endpoint was started on it.');
}

interface ContentOptions {
  readonly orgId: string;
  readonly madeAt: string;
  readonly keyFolder: string;
  readonly now: number;
  readonly counts: { tables: number; rows: number };
}

async function* contentOf(queries: Queries, options: ContentOptions): AsyncGenerator<string> {
  const { orgId, madeAt, keyFolder, now, counts } = options;
  const migrations = await queries.query('SELECT name, checksum FROM applied_migrations ORDER BY name');
  const head: Head = { sluice: 'backup', orgId, madeAt, migrations: readRows(MigrationRow, migrations) };
  yield lineOf(head);
  for (const saved of keysToSave(keyFolder, now)) yield lineOf(saved);
  for (const { name, columns } of await findTables(queries)) {
    if (name === 'applied_migrations') continue; // the head has it
    yield lineOf({ table: name, columns });
    let rows = 0;
    for await (const texts of readTable(queries, name)) {
      rows += texts.length;
      yield texts.map(lineOf).join('');
    }
    yield lineOf({ end: name, rows });
    counts.tables += 1;
    counts.rows += rows;
  }
  yield lineOf({ done: true });
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
