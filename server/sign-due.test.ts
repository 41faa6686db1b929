import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { openKeys } from './keys/key-folder.ts';
import type { Keys } from './keys/key-folder.ts';
import { readDocument } from './read-policy.ts';
import { signWhatIsDue } from './sign-due.ts';
import type { Database } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { currentPolicy } from './store/policies.ts';
import { orgId } from './testing/endpoint.ts';
import { openTestDatabase } from './testing/pglite.ts';

let folder = '';
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-sign-due-'));
  db = await openTestDatabase();
  await migrate(db);
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Seconds that browsers wait under the policy of a first start on this engine. */
async function firstDelay(engine: Database['engine'], isOffline: boolean) {
  const own = openKeys(join(folder, 'keys'), { orgId, clock: Date.now });
  const keys: Keys = { ...own, isOffline }; // it signs in either case
  await signWhatIsDue({ db: { ...db, engine }, keys, orgId, clock: Date.now, log: () => undefined });
  return readDocument((await currentPolicy(db))!).policy.incidents.pushDelaySeconds;
}

it.each([
  { of: 'a trial', engine: 'pglite', isOffline: false, delay: [0, 2] },
  { of: 'an organisation on PostgreSQL', engine: 'postgresql', isOffline: false, delay: [60, 900] },
  { of: 'an organisation whose root key is elsewhere', engine: 'pglite', isOffline: true, delay: [60, 900] },
] as const)('lets browsers of $of wait as long as it should', async ({ engine, isOffline, delay }) => {
  expect(builtInPolicy.incidents.pushDelaySeconds).toEqual([60, 900]);
  expect(await firstDelay(engine, isOffline)).toEqual(delay);
});
