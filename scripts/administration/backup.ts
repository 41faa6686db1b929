import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackupKey, readBackupKey } from '../../server/backup/key-file.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { logToStandardError } from '../../server/log.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { fail, pathOf } from './command.ts';
import type { Command } from './command.ts';

/** Makes the key that backups are encrypted under. */
export const backupKey: Command = {
  name: 'backup-key',
  usage: 'backup-key FILE',
  needs: [],
  may: [],
  run([file = '']) {
    makeBackupKey(pathOf(file));
    return 0;
  },
};

/** Writes the whole endpoint into one encrypted, signed file. `DATABASE_URL` names a PostgreSQL. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE --data DIR --key-file KEYFILE',
  needs: ['data', 'key-file'],
  may: [],
  async run([file = ''], { data = '', 'key-file': keyFile = '' }) {
    const dataDir = pathOf(data);
    const databaseUrl = process.env['DATABASE_URL'] || undefined;
    const key = readBackupKey(pathOf(keyFile));
    if (existsSync(pathOf(file))) fail(`The file ${file} is there already; choose another.`);
    if (databaseUrl === undefined && !existsSync(join(dataDir, 'pglite'))) {
      fail(`The folder ${data} holds no database; give the one of the endpoint with --data, or name a DATABASE_URL.`);
    }
    const db = await openDatabase({ dataDir, databaseUrl, log: logToStandardError });
    try {
      const keyFolder = join(dataDir, 'keys');
      const made = await makeBackup({ db, keyFolder, file: pathOf(file), key, clock: Date.now });
      process.stdout.write(`${JSON.stringify({ file, ...made })}\n`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
