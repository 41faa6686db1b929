import * as z from 'zod/mini';
import { PublicKey } from '../../lib/contract/enrolment.ts';
import { bucketOf, dayOf, hashToken, readRows, timestamp } from './database.ts';
import type { Database, Queries } from './database.ts';

export interface EnrolmentToken {
  readonly token: string;
  readonly group?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly uses: number;
}

/** Stores the hash of a token; one that is there already stays as it is. */
export async function addEnrolmentToken(db: Queries, { token, group, expiresAt, uses }: EnrolmentToken): Promise<void> {
  await db.query(
    `INSERT INTO enrolment_tokens (token_hash, group_name, expires_at, uses_left)
     VALUES ($1, $2, $3::timestamptz, $4::integer) ON CONFLICT DO NOTHING`,
    [hashToken(token), group ?? null, timestamp(expiresAt), uses],
  );
}

/** True while the token can still enrol. */
export async function isUsableToken(db: Queries, token: string, now: number): Promise<boolean> {
  const rows = await db.query(
    `SELECT token_hash FROM enrolment_tokens
     WHERE token_hash = $1 AND expires_at > $2::timestamptz AND uses_left > 0`,
    [hashToken(token), timestamp(now)],
  );
  return rows.length > 0;
}

export interface NewInstall {
  readonly id: string;
  readonly token: string;
  readonly publicKey: PublicKey;
  readonly group?: string | undefined;
  readonly now: number;
}

const TokenRow = z.object({ group_name: z.nullable(z.string()) });

/** Uses the token once and stores the installation; `false` when the token is unknown, expired or used up. The token's group wins. */
export function enrol(db: Database, { id, token, publicKey, group, now }: NewInstall): Promise<boolean> {
  return db.transaction(async ({ query }) => {
    const hash = hashToken(token);
    const used = await query(
      `UPDATE enrolment_tokens SET uses_left = uses_left - 1
       WHERE token_hash = $1 AND expires_at > $2::timestamptz AND uses_left > 0 RETURNING group_name`,
      [hash, timestamp(now)],
    );
    const [row] = readRows(TokenRow, used);
    if (row === undefined) return false;
    await query(
      `INSERT INTO installs (bucket, id, public_key, group_name, token_hash, enrolled_on, revoked)
       VALUES ($1::smallint, $2::uuid, $3::jsonb, $4, $5, $6::date, false)`,
      [bucketOf(id), id, JSON.stringify(publicKey), row.group_name ?? group ?? null, hash, dayOf(now)],
    );
    return true;
  });
}

const InstallRow = z.object({ public_key: PublicKey });

/** The public key of an installation that may still speak; `undefined` when it is unknown or revoked. */
export async function findInstall(db: Queries, id: string): Promise<PublicKey | undefined> {
  const rows = await db.query(
    'SELECT public_key FROM installs WHERE bucket = $1::smallint AND id = $2::uuid AND NOT revoked',
    [bucketOf(id), id],
  );
  return readRows(InstallRow, rows)[0]?.public_key;
}

export async function revokeInstall(db: Queries, id: string): Promise<void> {
  await db.query('UPDATE installs SET revoked = true WHERE bucket = $1::smallint AND id = $2::uuid', [
    bucketOf(id),
    id,
  ]);
}

const CountRow = z.object({ installs: z.int() });

export async function countInstalls(db: Queries): Promise<number> {
  const rows = await db.query('SELECT count(*)::integer AS installs FROM installs WHERE NOT revoked');
  return readRows(CountRow, rows)[0]?.installs ?? 0;
}

/** Remembers a nonce until `expiresAt`; `false` when the installation has used it before. */
export async function useNonce(
  db: Queries,
  { installId, nonce, expiresAt }: { readonly installId: string; readonly nonce: string; readonly expiresAt: number },
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO used_nonces (bucket, install_id, nonce, expires_at)
     VALUES ($1::smallint, $2::uuid, $3, $4::timestamptz) ON CONFLICT DO NOTHING RETURNING nonce`,
    [bucketOf(installId), installId, nonce, timestamp(expiresAt)],
  );
  return rows.length > 0;
}

export async function forgetNonces(db: Queries, now: number): Promise<void> {
  await db.query('DELETE FROM used_nonces WHERE expires_at < $1::timestamptz', [timestamp(now)]);
}
