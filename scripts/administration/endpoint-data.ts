import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openKeys } from '../../server/keys/key-folder.ts';
import { logToStandardError } from '../../server/log.ts';
import { EndpointProblem } from '../../server/problem.ts';
import { appendAudit } from '../../server/store/audit.ts';
import type { AuditEvent } from '../../server/store/audit.ts';
import type { Queries } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { readSetting } from '../../server/store/settings.ts';
import type { Workings } from '../../server/workings.ts';
import { pathOf } from './command.ts';

/** Opens database and keys of an endpoint that was started before. With the embedded engine it must not run meanwhile. */
export async function withEndpoint<Value>(data: string, work: (workings: Workings) => Promise<Value>): Promise<Value> {
  const dataDir = pathOf(data);
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  if (!existsSync(join(dataDir, 'keys', 'signing.key')))
    throw new EndpointProblem(`The folder ${data} holds no keys of an endpoint; give its folder with --data.`, 2);
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'pglite')))
    throw new EndpointProblem(`The folder ${data} holds no database; name a DATABASE_URL.`, 2);
  const db = await openDatabase({ dataDir, databaseUrl, log: logToStandardError });
  try {
    await migrate(db);
    const orgId = await readSetting(db, 'organisation');
    if (orgId === undefined) throw new EndpointProblem('The database is empty: no endpoint was started on it.');
    const keys = openKeys(join(dataDir, 'keys'), { orgId, clock: Date.now });
    return await work({ db, keys, orgId, clock: Date.now, log: logToStandardError });
  } finally {
    await db.close();
  }
}

/** Adds to the audit log what a command did: it has no person's name, only that it was one. */
export function note(queries: Queries, event: Omit<AuditEvent, 'actor' | 'now'>): Promise<void> {
  return appendAudit(queries, { ...event, actor: 'command line', now: Date.now() });
}
