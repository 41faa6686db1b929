import { join } from 'node:path';
import { readBackupKey } from '../../server/backup/key-file.ts';
import { inspectBackup, restoreBackup } from '../../server/backup/restore-backup.ts';
import { logToStandardError } from '../../server/log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { linesOf, pathOf } from './command.ts';
import type { Command } from './command.ts';

const noList =
  'There was no list of revocations (keys/revocations.json): people, browsers, tokens and keys that were revoked after the backup count again. Revoke them anew.';

const oldCredentials =
  'Passwords and authenticator apps are those of the backup, and so are passkeys that were removed before their removal named them: whose were stolen or changed since starts anew with a link.';

/** Puts a backup into an empty database of either engine, and its keys into the data folder. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE --data DIR --key-file KEYFILE [--root-keys "KID:KEY"] [--revocations KEPTFILE]',
  needs: ['data', 'key-file'],
  may: ['root-keys', 'revocations'],
  async run([file = ''], { data = '', 'key-file': keyFile = '', 'root-keys': rootKeys, revocations: keptFile }) {
    const dataDir = pathOf(data);
    const key = readBackupKey(pathOf(keyFile));
    const inspected = await inspectBackup({ file: pathOf(file), key, rootKeys });
    const revocations = keptFile === undefined ? undefined : linesOf(keptFile).join('\n');
    const databaseUrl = process.env['DATABASE_URL'] || undefined;
    const db = await openDatabase({ dataDir, databaseUrl, log: logToStandardError });
    try {
      const keyFolder = join(dataDir, 'keys');
      const restored = await restoreBackup(inspected, { db, keyFolder, clock: Date.now, revocations });
      if (restored.revocations === 'missing') process.stderr.write(`${noList}\n`);
      process.stderr.write(`${oldCredentials}\n`);
      process.stdout.write(`${JSON.stringify(restored)}\n`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
