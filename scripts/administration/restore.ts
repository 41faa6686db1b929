import { join } from 'node:path';
import { readBackupKey } from '../../server/backup/key-file.ts';
import { inspectBackup, restoreBackup } from '../../server/backup/restore-backup.ts';
import { logToStandardError } from '../../server/log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { pathOf } from './command.ts';
import type { Command } from './command.ts';

/** Puts a backup into an empty database of either engine, and its keys into the data folder. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE --data DIR --key-file KEYFILE [--root-keys "KID:KEY"]',
  needs: ['data', 'key-file'],
  may: ['root-keys'],
  async run([file = ''], { data = '', 'key-file': keyFile = '', 'root-keys': rootKeys }) {
    const dataDir = pathOf(data);
    const key = readBackupKey(pathOf(keyFile));
    const inspected = await inspectBackup({ file: pathOf(file), key, rootKeys });
    const databaseUrl = process.env['DATABASE_URL'] || undefined;
    const db = await openDatabase({ dataDir, databaseUrl, log: logToStandardError });
    try {
      const restored = await restoreBackup(inspected, { db, keyFolder: join(dataDir, 'keys') });
      process.stdout.write(`${JSON.stringify(restored)}\n`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
