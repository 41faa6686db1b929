import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../store/database.ts';
import { databaseOn } from '../store/pglite.ts';

// What PGlite makes on its very first start takes seconds and is always the same. It is made once, and kept beside the packages.
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const kept = join(packages, '.cache/sluice-pglite');
const { version } = JSON.parse(readFileSync(join(packages, '@electric-sql/pglite/package.json'), 'utf8')) as {
  readonly version: string;
};

/** The folder with what a first start leaves: `pglite`, as files, and `fresh.tar`, for an engine in memory. */
async function firstStart(): Promise<string> {
  const place = join(kept, version);
  if (existsSync(place)) return place;
  mkdirSync(kept, { recursive: true });
  const draft = mkdtempSync(join(kept, 'draft-'));
  const engine = await PGlite.create(join(draft, 'pglite'));
  const dump = await engine.dumpDataDir('none');
  writeFileSync(join(draft, 'fresh.tar'), Buffer.from(await dump.arrayBuffer()));
  await engine.close();
  try {
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(place)) throw error; // otherwise another process was first
  }
  return place;
}

/** Engines of this process that nobody uses at the moment, empty. */
const idle: PGlite[] = [];

/** An empty database in memory. Its engine is used again once it is closed, without anything that stood in it. */
export async function openTestDatabase(): Promise<Database> {
  const engine =
    idle.pop() ??
    (await PGlite.create({ loadDataDir: new Blob([readFileSync(join(await firstStart(), 'fresh.tar'))]) }));
  let isOpen = true;
  const database = databaseOn(engine, async () => {
    if (!isOpen) return;
    isOpen = false;
    await engine.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    idle.push(engine);
  });
  const check = () => {
    if (!isOpen) throw new Error('the database is closed');
  };
  return {
    ...database,
    async query(...given) {
      check();
      return database.query(...given);
    },
    async transaction(work) {
      check();
      return database.transaction(work);
    },
  };
}

/** Spares an endpoint with this data folder its first start of PGlite. */
export async function prepareDataFolder(folder: string): Promise<void> {
  cpSync(join(await firstStart(), 'pglite'), join(folder, 'pglite'), { recursive: true });
}
