import * as z from 'zod/mini';
import { roles } from '../vocabulary.ts';
import type { Role } from '../vocabulary.ts';
import { hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

/** What was entered at a set-up link and waits for its first code. */
export interface PendingEntry {
  readonly name: string;
  readonly passwordHash: string;
  readonly sealedSecret: string;
}

export interface SetupLink {
  /** What the new person will be; `undefined` for the first owner. */
  readonly roles: readonly Role[] | undefined;
  /** The person who starts anew with it. */
  readonly personId: string | undefined;
  /** Set when somebody has entered name and password. */
  readonly pending: PendingEntry | undefined;
}

const LinkRow = z.object({
  roles: z.nullable(z.array(z.enum(roles))),
  person_id: z.nullable(z.uuidv4()),
  name: z.nullable(z.string()),
  password_hash: z.nullable(z.string()),
  sealed_secret: z.nullable(z.string()),
});

export interface NewLink {
  readonly token: string;
  readonly roles?: readonly Role[];
  readonly personId?: string;
  /** Who made it: it is good only as long as they are an owner. Nobody made that of the first owner. */
  readonly makerId?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
}

export async function addSetupLink(db: Queries, link: NewLink): Promise<void> {
  const { token, roles: given, personId, makerId, expiresAt } = link;
  await db.query(
    `INSERT INTO setup_links (token_hash, used, roles, person_id, expires_at, maker_id)
     VALUES ($1, false, $2::jsonb, $3::uuid, $4::timestamptz, $5::uuid)`,
    [
      hashToken(token),
      given === undefined ? null : JSON.stringify(given),
      personId ?? null,
      expiresAt === undefined ? null : timestamp(expiresAt),
      makerId ?? null,
    ],
  );
}

/** `undefined` when the link is unknown, used or over. */
export async function findSetupLink(db: Queries, token: string, now: number): Promise<SetupLink | undefined> {
  const rows = await db.query(
    `SELECT roles, person_id, name, password_hash, sealed_secret FROM setup_links
     WHERE token_hash = $1 AND NOT used AND (expires_at IS NULL OR expires_at > $2::timestamptz)
       AND ((roles IS NULL AND person_id IS NULL) OR EXISTS (
         SELECT 1 FROM people AS maker WHERE maker.id = maker_id AND maker.active AND maker.roles @> '["owner"]'::jsonb
       ))`,
    [hashToken(token), timestamp(now)],
  );
  const [row] = readRows(LinkRow, rows);
  if (row === undefined) return undefined;
  const { name, password_hash: passwordHash, sealed_secret: sealedSecret } = row;
  const isFilled = name !== null && passwordHash !== null && sealedSecret !== null;
  return {
    roles: row.roles ?? undefined,
    personId: row.person_id ?? undefined,
    pending: isFilled ? { name, passwordHash, sealedSecret } : undefined,
  };
}

export async function fillSetupLink(db: Queries, token: string, entry: PendingEntry): Promise<void> {
  await db.query(
    'UPDATE setup_links SET name = $2, password_hash = $3, sealed_secret = $4 WHERE token_hash = $1 AND NOT used',
    [hashToken(token), entry.name, entry.passwordHash, entry.sealedSecret],
  );
}

/** Uses a link up; `false` when somebody else did. */
export async function useSetupLink(db: Queries, token: string): Promise<boolean> {
  const rows = await db.query(
    `UPDATE setup_links SET used = true, name = NULL, password_hash = NULL, sealed_secret = NULL
     WHERE token_hash = $1 AND NOT used RETURNING token_hash`,
    [hashToken(token)],
  );
  return rows.length > 0;
}

/** Uses up the links of the first owner: there is one now. */
export async function closeOwnerLinks(db: Queries): Promise<void> {
  await db.query(
    `UPDATE setup_links SET used = true, name = NULL, password_hash = NULL, sealed_secret = NULL
     WHERE NOT used AND roles IS NULL AND person_id IS NULL`,
  );
}

/** Takes back every open link that this person made. */
export async function closeLinksMadeBy(db: Queries, makerId: string): Promise<void> {
  await db.query('DELETE FROM setup_links WHERE maker_id = $1::uuid AND NOT used', [makerId]);
}

/** Deletes links that were over at `now`, with what was entered at them. */
export async function forgetSetupLinks(db: Queries, now: number): Promise<void> {
  await db.query('DELETE FROM setup_links WHERE expires_at <= $1::timestamptz', [timestamp(now)]);
}

/** Takes back every open link that lets this person start anew. */
export async function closeLinksOf(db: Queries, personId: string): Promise<void> {
  await db.query('DELETE FROM setup_links WHERE person_id = $1::uuid AND NOT used', [personId]);
}
