import * as z from 'zod/mini';
import { scopes } from '../vocabulary.ts';
import type { Scope } from '../vocabulary.ts';
import { dayOf, hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface NewApiKey {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly now: number;
}

export async function addApiKey(db: Queries, key: NewApiKey): Promise<void> {
  await db.query(
    `INSERT INTO api_keys (id, key_hash, title, scopes, created_on, created_by, expires_at, revoked)
     VALUES ($1::uuid, $2, $3, $4::jsonb, $5::date, $6, $7::timestamptz, false)`,
    [
      key.id,
      hashToken(key.key),
      key.title,
      JSON.stringify(key.scopes),
      dayOf(key.now),
      key.createdBy,
      timestamp(key.expiresAt),
    ],
  );
}

const KeyRow = z.object({ id: z.uuidv4(), title: z.string(), scopes: z.array(z.enum(scopes)) });
export type ApiKey = z.infer<typeof KeyRow>;

/** The key that may still be used. */
export async function findApiKey(db: Queries, key: string, now: number): Promise<ApiKey | undefined> {
  const rows = await db.query(
    'SELECT id, title, scopes FROM api_keys WHERE key_hash = $1 AND NOT revoked AND expires_at > $2::timestamptz',
    [hashToken(key), timestamp(now)],
  );
  return readRows(KeyRow, rows)[0];
}

const ListedRow = z.object({
  ...KeyRow.shape,
  created_by: z.string(),
  expires_at: z.date(),
  revoked: z.boolean(),
});
export type ListedApiKey = z.infer<typeof ListedRow>;

export async function listApiKeys(db: Queries): Promise<readonly ListedApiKey[]> {
  return readRows(
    ListedRow,
    await db.query('SELECT id, title, scopes, created_by, expires_at, revoked FROM api_keys ORDER BY title, id'),
  );
}

/** Its title; `undefined` when there is no such key, or it was revoked before. */
export async function revokeApiKey(db: Queries, id: string): Promise<string | undefined> {
  const rows = await db.query(
    'UPDATE api_keys SET revoked = true WHERE id = $1::uuid AND NOT revoked RETURNING title',
    [id],
  );
  return readRows(z.object({ title: z.string() }), rows)[0]?.title;
}
