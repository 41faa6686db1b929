import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { AuditEntry } from '../audit/entry.ts';
import { auditActions } from '../vocabulary.ts';
import type { AuditAction } from '../vocabulary.ts';
import { readRows, timestamp } from './database.ts';
import type { Database, Queries } from './database.ts';

export interface AuditEvent {
  /** The name of a person or key, or of the endpoint itself. */
  readonly actor: string;
  readonly action: AuditAction;
  /** The id of what it was done to. */
  readonly target: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
  readonly now: number;
}

/** SHA-256 of the hash before, a newline and the exact JSON text of an entry; lower-case hex. */
export function auditHash(before: string, entry: string): string {
  return createHash('sha256').update(`${before}\n${entry}`).digest('hex');
}

const HeadRow = z.object({ size: z.int(), hash: z.string() });

/**
 * Adds one entry at the end of the chain. The row of the head is taken first, so that processes come one after the other: within a
 * transaction this belongs last.
 */
export async function appendAudit(queries: Queries, event: AuditEvent): Promise<void> {
  const taken = await queries.query("UPDATE audit_head SET size = size + 1 WHERE name = 'audit' RETURNING size, hash");
  const [head] = readRows(HeadRow, taken);
  if (head === undefined) throw new Error('the audit log has no head');
  const { now, actor, action, target, detail } = event;
  const entry = JSON.stringify({
    seq: head.size,
    at: timestamp(now),
    actor,
    action,
    target,
    ...(detail === undefined ? {} : { detail }),
  } satisfies AuditEntry);
  const hash = auditHash(head.hash, entry);
  await queries.query('INSERT INTO audit_entries (seq, entry, hash) VALUES ($1::integer, $2, $3)', [
    head.size,
    entry,
    hash,
  ]);
  await queries.query("UPDATE audit_head SET hash = $1 WHERE name = 'audit'", [hash]);
}

export function recordAudit(db: Database, event: AuditEvent): Promise<void> {
  return db.transaction((queries) => appendAudit(queries, event));
}

const OldRow = z.object({
  happened_at: z.date(),
  actor: z.string(),
  action: z.enum(auditActions),
  target: z.string(),
});

/** Takes the rows of versions before the chain into it, in their order. */
export function adoptOldRows(db: Database): Promise<void> {
  return db.transaction(async (queries) => {
    const rows = readRows(
      OldRow,
      await queries.query('DELETE FROM audit_rows RETURNING happened_at, actor, action, target'),
    );
    const inOrder = rows.toSorted((left, right) => left.happened_at.getTime() - right.happened_at.getTime());
    for (const { happened_at: happenedAt, actor, action, target } of inOrder)
      await appendAudit(queries, { actor, action, target, now: happenedAt.getTime() });
  });
}

export interface AuditHead {
  readonly size: number;
  readonly head: string;
}

export async function readAuditHead(db: Queries): Promise<AuditHead> {
  const rows = await db.query("SELECT size, hash FROM audit_head WHERE name = 'audit'");
  const [row] = readRows(HeadRow, rows);
  if (row === undefined) throw new Error('the audit log has no head');
  return { size: row.size, head: row.hash };
}

/** The same, and nobody appends until the transaction ends. */
export async function takeAuditHead(queries: Queries): Promise<AuditHead> {
  const rows = await queries.query("SELECT size, hash FROM audit_head WHERE name = 'audit' FOR UPDATE");
  const [row] = readRows(HeadRow, rows);
  if (row === undefined) throw new Error('the audit log has no head');
  return { size: row.size, head: row.hash };
}

const HashRow = z.object({ seq: z.int(), hash: z.string() });

/** The hashes of the entries with these numbers, as far as they are there. */
export async function auditHeadsAt(db: Queries, sizes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.query(
    `SELECT seq, hash FROM audit_entries
     WHERE seq IN (SELECT value::integer FROM jsonb_array_elements_text($1::jsonb) AS sizes (value))`,
    [JSON.stringify(sizes)],
  );
  return new Map(readRows(HashRow, rows).map(({ seq, hash }) => [seq, hash]));
}

const EntryRow = z.object({ seq: z.int(), entry: z.string(), hash: z.string() });
export type StoredAuditEntry = z.infer<typeof EntryRow>;

/** Entries before `before`, newest first. */
export async function listAudit(
  db: Queries,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly StoredAuditEntry[]> {
  const rows = await db.query(
    'SELECT seq, entry, hash FROM audit_entries WHERE seq < $1::integer ORDER BY seq DESC LIMIT $2::integer',
    [before, limit],
  );
  return readRows(EntryRow, rows);
}

/** Entries after `after`, oldest first, for an export. */
export async function auditAfter(db: Queries, after: number, limit: number): Promise<readonly StoredAuditEntry[]> {
  const rows = await db.query(
    'SELECT seq, entry, hash FROM audit_entries WHERE seq > $1::integer ORDER BY seq LIMIT $2::integer',
    [after, limit],
  );
  return readRows(EntryRow, rows);
}
