import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { inspectBackup, restoreBackup } from '../backup/restore-backup.ts';
import { openKeys } from '../keys/key-folder.ts';
import { openPglite } from '../store/pglite.ts';
import { claimSetting } from '../store/settings.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint, orgId, origin } from '../testing/endpoint.ts';
import { createWeb } from '../web.ts';

it('an old backup brings back no session that was ended and no link that was used', async () => {
  const endpoint = await openTestEndpoint();
  await claimSetting(endpoint.db, 'organisation', orgId);
  await claimSetting(endpoint.db, 'root-keys', endpoint.workings.keys.policyRootKeys);
  const owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  const link = await owner.invite(['owner']);
  const folder = mkdtempSync(join(tmpdir(), 'sluice-backup-'));
  const [file, key] = [join(folder, 'backup'), randomBytes(32)];
  await makeBackup({ db: endpoint.db, keyFolder: join(endpoint.folder, 'keys'), file, key, clock: endpoint.now });
  await endpoint.close();

  const db = await openPglite();
  const keyFolder = join(folder, 'keys');
  await restoreBackup(await inspectBackup({ file, key }), { db, keyFolder });
  const keys = openKeys(keyFolder, { orgId, clock: endpoint.now });
  const workings = { ...endpoint.workings, db, keys };
  const web = createWeb(workings, {
    isOwnOrigin: (given) => given === origin,
    publicUrl: () => origin,
    consoleDir: folder,
  });
  const send = async (path: string, init?: RequestInit) => web.request(`${origin}${path}`, init);
  const thief = new ConsoleVisitor(send, endpoint.now);
  thief.cookie = owner.cookie;
  expect((await thief.call('GET', '/session')).status).toBe(401);
  expect((await thief.call('POST', '/setup/check', { token: link })).status).toBe(410);
  expect(await newSetupToken(workings)).toBeUndefined(); // there is an owner still
  await db.close();
});
