import { randomUUID } from 'node:crypto';
import { timestamp } from './database.ts';
import type { Queries } from './database.ts';

/** What people of the console do. A closed union: it is stored. */
export type AuditAction = 'owner-created' | 'signed-in' | 'sign-in-refused' | 'signed-out' | 'policy-published';

export async function addAuditRow(
  db: Queries,
  row: { readonly actor: string; readonly action: AuditAction; readonly target: string; readonly now: number },
): Promise<void> {
  await db.query(
    'INSERT INTO audit_rows (id, happened_at, actor, action, target) VALUES ($1::uuid, $2::timestamptz, $3, $4, $5)',
    [randomUUID(), timestamp(row.now), row.actor, row.action, row.target],
  );
}
