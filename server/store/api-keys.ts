import * as z from 'zod/mini';
import { roles, scopes } from '../vocabulary.ts';
import type { Scope } from '../vocabulary.ts';
import { dayOf, hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface NewApiKey {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  /** The person who made it: it is good only as long as they are an owner. */
  readonly makerId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly now: number;
}

export async function addApiKey(db: Queries, key: NewApiKey): Promise<void> {
  await db.query(
    `INSERT INTO api_keys (id, key_hash, title, scopes, created_on, created_by, expires_at, revoked, maker_id)
     VALUES ($1::uuid, $2, $3, $4::jsonb, $5::date, $6, $7::timestamptz, false, $8::uuid)`,
    [
      key.id,
      hashToken(key.key),
      key.title,
      JSON.stringify(key.scopes),
      dayOf(key.now),
      key.createdBy,
      timestamp(key.expiresAt),
      key.makerId,
    ],
  );
}

const KeyRow = z.object({ id: z.uuidv4(), title: z.string(), scopes: z.array(z.enum(scopes)) });
const UsableRow = z.object({ ...KeyRow.shape, maker_roles: z.array(z.enum(roles)) });
export type ApiKey = z.infer<typeof UsableRow>;

/** The key that may still be used, with what its maker is now. One of somebody who is no owner any more has ended with that. */
export async function findApiKey(db: Queries, key: string, now: number): Promise<ApiKey | undefined> {
  const rows = await db.query(
    `SELECT api_keys.id, title, scopes, people.roles AS maker_roles FROM api_keys JOIN people ON people.id = maker_id
     WHERE key_hash = $1 AND NOT revoked AND expires_at > $2::timestamptz AND active AND roles @> '["owner"]'::jsonb`,
    [hashToken(key), timestamp(now)],
  );
  return readRows(UsableRow, rows)[0];
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
    await db.query(`SELECT api_keys.id, title, scopes, created_by, expires_at,
         revoked OR people.id IS NULL OR NOT active OR NOT roles @> '["owner"]'::jsonb AS revoked
       FROM api_keys LEFT JOIN people ON people.id = maker_id ORDER BY title, api_keys.id`),
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
