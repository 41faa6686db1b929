import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFiles } from '../keys/key-files.ts';
import { revocationFileName } from '../keys/revocation-file.ts';
import { openCurrentKey } from '../keys/offline-roots.ts';
import { EndpointProblem } from '../problem.ts';
import type { Clock } from '../workings.ts';
import type { Database, Queries } from '../store/database.ts';
import { checksum, migrate, ownMigrations } from '../store/migrate.ts';
import { readKeptRevocations, settleRestore } from './after-restore.ts';
import type { AfterRestore } from './after-restore.ts';
import { openBackupFile } from './backup-file.ts';
import type { OpenedBackup } from './backup-file.ts';
import { readContent } from './content.ts';
import type { Head } from './content.ts';
import { checkKeyFolder, checkSavedKeys, filesOf, restoreKeys } from './saved-keys.ts';
import type { SavedKeys } from './saved-keys.ts';
import { damaged } from './sealed-chunks.ts';
import { countRows, emptyTable, findTables, fixTextForms, hasRows, insertRows } from './tables.ts';
import type { Table } from './tables.ts';

export interface InspectOptions {
  readonly file: string;
  readonly key: Buffer;
  /** Root keys as browsers pin them; those of the backup itself where they are left out. */
  readonly rootKeys?: string | undefined;
}

/** A backup that was read to its end: every byte of it is as it was signed. */
export interface InspectedBackup {
  readonly backup: OpenedBackup;
  readonly head: Head;
  readonly keys: SavedKeys;
  readonly counts: { readonly tables: number; readonly rows: number };
}

export interface RestoreTarget {
  readonly db: Database;
  readonly keyFolder: string;
}

export interface RestoreResult {
  readonly orgId: string;
  readonly madeAt: string;
  readonly rootKeys: string;
  readonly tables: number;
  readonly rows: number;
}

/** Tables into which a migration itself writes a row. */
const seeded: readonly string[] = ['audit_head'];

/** What ended since the backup was made must not come back with it: people sign in again, and links are made anew. */
const passing: readonly string[] = ['sessions', 'setup_links'];

/** Reads the whole backup before the first write. */
export async function inspectBackup({ file, key, rootKeys }: InspectOptions): Promise<InspectedBackup> {
  const backup = await openBackupFile(file, { key, rootKeys });
  const keys = new Map<string, string>();
  const counts = { tables: 0, rows: 0 };
  const heads: Head[] = [];
  await readContent(backup.lines(), {
    head: (given) => void heads.push(given),
    key: (name, content) => void keys.set(name, content),
    end: (_table, rows) => {
      counts.tables += 1;
      counts.rows += rows;
    },
  });
  const [head] = heads;
  if (head?.orgId !== backup.orgId || head.madeAt !== backup.madeAt) throw damaged();
  checkSavedKeys(keys, backup.rootKeys);
  return { backup, head, keys, counts };
}

export interface RestoreOptions extends RestoreTarget {
  readonly clock: Clock;
  /** The text of a list of revocations that was kept elsewhere. */
  readonly revocations?: string | undefined;
}

/** Puts a backup back, and ends what must not come back with it. */
export async function restoreBackup(
  inspected: InspectedBackup,
  { db, keyFolder, ...given }: RestoreOptions,
): Promise<RestoreResult & AfterRestore> {
  const { keys } = inspected;
  const { orgId, madeAt } = inspected.backup;
  const list =
    given.revocations ?? (existsSync(keyFolder) ? openKeyFiles(keyFolder).read(revocationFileName) : undefined);
  // Keys that are there stay: since the backup another may have begun to sign.
  const files = existsSync(join(keyFolder, 'signing.key')) ? openKeyFiles(keyFolder) : filesOf(keys);
  await readKeptRevocations(list, openCurrentKey(files), orgId);
  const restored = await putBack(inspected, { db, keyFolder });
  return { ...restored, ...(await settleRestore({ db, keyFolder, orgId, madeAt, ...given })) };
}

/** First the keys, which do no harm alone, then the migrations that the backup had, all rows in one transaction, and what came since. */
export async function putBack(
  { backup, head, keys, counts }: InspectedBackup,
  { db, keyFolder }: RestoreTarget,
): Promise<RestoreResult> {
  const migrations = ownMigrations().filter(({ name }) => head.migrations.some((applied) => applied.name === name));
  const same = migrations.filter((own) => head.migrations.some(({ checksum: given }) => given === checksum(own)));
  if (same.length !== head.migrations.length) {
    throw new EndpointProblem('The backup was written by another version of Sluice; restore it with that version.');
  }
  await refuseUsed(db);
  checkKeyFolder(keyFolder, backup.rootKeys);
  restoreKeys(keyFolder, keys);
  await migrate(db, migrations);
  await db.transaction((queries) => insertAll(queries, backup));
  await migrate(db);
  return { orgId: backup.orgId, madeAt: backup.madeAt, rootKeys: backup.rootKeys, ...counts };
}

async function insertAll(queries: Queries, backup: OpenedBackup): Promise<void> {
  await fixTextForms(queries);
  await refuseUsed(queries);
  const tables = await findTables(queries);
  for (const { name } of tables) if (seeded.includes(name)) await emptyTable(queries, name);
  const missing = new Set(tables.map(({ name }) => name).filter((name) => name !== 'applied_migrations'));
  await readContent(backup.lines(), {
    table: (table) => {
      if (!missing.delete(table.name) || !tables.some((own) => isSame(own, table))) throw otherShape(table.name);
    },
    rows: (table, lines) => insertRows(queries, table, lines),
    end: async (table, rows) => {
      if ((await countRows(queries, table)) !== rows)
        throw new Error('the database holds other rows than it was given');
    },
  });
  const [left] = missing;
  if (left !== undefined) throw otherShape(left);
  for (const { name } of tables) if (passing.includes(name)) await emptyTable(queries, name);
}

/** A database on which an endpoint was started, or that belongs to another program, is never written over. */
async function refuseUsed(queries: Queries): Promise<void> {
  for (const { name } of await findTables(queries)) {
    if (name === 'applied_migrations' || seeded.includes(name)) continue;
    if (await hasRows(queries, name)) {
      throw new EndpointProblem(
        'The database is not empty; restore into a new one: another folder with --data, or another DATABASE_URL.',
      );
    }
  }
}

function isSame(own: Table, given: Table): boolean {
  return own.name === given.name && own.columns.join('\n') === given.columns.join('\n');
}

function otherShape(table: string): EndpointProblem {
  return new EndpointProblem(
    `The table ${table} of the backup has another shape than this version of Sluice gives it.`,
  );
}
