import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { dayOf, hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface NewToken {
  /** What people call it. */
  readonly title: string;
  /** The group of every installation that enrols with it. */
  readonly group?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** How many installations it is good for. */
  readonly uses: number;
  /** How many of them on one UTC day; as many as there are uses where it is left out. */
  readonly perDay?: number | undefined;
  /** An installation then waits until a person approves it. */
  readonly needsApproval?: boolean | undefined;
  readonly createdBy: string;
  readonly now: number;
}

export type GivenToken = Omit<NewToken, 'title' | 'createdBy' | 'now'> &
  Partial<NewToken> & {
    readonly token: string;
  };

/** Stores the hash of a token that the endpoint's own key folder holds; one that is there already stays as it is. */
export async function addEnrolmentToken(db: Queries, { token, ...given }: GivenToken): Promise<void> {
  await insertToken(db, { id: randomUUID(), token, made: { title: 'Trial', createdBy: 'Sluice', ...given } });
}

/** Makes a token. It is given out this once; only its hash is stored. */
export async function createToken(
  db: Queries,
  made: NewToken,
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await insertToken(db, { id, token, made });
  return { id, token };
}

interface Insertion {
  readonly id: string;
  readonly token: string;
  readonly made: Omit<NewToken, 'now'> & Partial<Pick<NewToken, 'now'>>;
}

async function insertToken(db: Queries, { id, token, made }: Insertion): Promise<void> {
  await db.query(
    `INSERT INTO enrolment_tokens
       (token_hash, id, title, group_name, expires_at, uses_left, uses, needs_approval, created_by, created_on, revoked,
        per_day)
     VALUES ($1, $2::uuid, $3, $4, $5::timestamptz, $6::integer, $6::integer, $7::boolean, $8, $9::date, false,
       $10::integer)
     ON CONFLICT DO NOTHING`,
    [
      hashToken(token),
      id,
      made.title,
      made.group ?? null,
      timestamp(made.expiresAt),
      made.uses,
      made.needsApproval ?? false,
      made.createdBy,
      made.now === undefined ? null : dayOf(made.now),
      made.perDay ?? made.uses,
    ],
  );
}

/** True while the token can still enrol. */
export async function isUsableToken(db: Queries, token: string, now: number): Promise<boolean> {
  const rows = await db.query(
    `SELECT id FROM enrolment_tokens
     WHERE token_hash = $1 AND expires_at > $2::timestamptz AND uses_left > 0 AND NOT revoked`,
    [hashToken(token), timestamp(now)],
  );
  return rows.length > 0;
}

const UsedRow = z.object({ id: z.uuidv4(), group_name: z.nullable(z.string()), needs_approval: z.boolean() });

/** What a token says of those who enrol with it. */
export interface UsedToken {
  readonly id: string;
  readonly group: string | undefined;
  readonly needsApproval: boolean;
}

/** Takes one use of a token; `undefined` when it is unknown, expired, used up or revoked, or has enrolled enough today. */
export async function useToken(db: Queries, token: string, now: number): Promise<UsedToken | undefined> {
  const rows = await db.query(
    `UPDATE enrolment_tokens SET uses_left = uses_left - 1, used_on = $3::date,
       day_uses = CASE WHEN used_on = $3::date THEN day_uses + 1 ELSE 1 END
     WHERE token_hash = $1 AND expires_at > $2::timestamptz AND uses_left > 0 AND NOT revoked
       AND (used_on IS NULL OR used_on <> $3::date OR day_uses < per_day)
     RETURNING id, group_name, needs_approval`,
    [hashToken(token), timestamp(now), dayOf(now)],
  );
  const [row] = readRows(UsedRow, rows);
  return row && { id: row.id, group: row.group_name ?? undefined, needsApproval: row.needs_approval };
}

const CrowdedRow = z.object({ id: z.uuidv4(), per_day: z.int(), first: z.boolean() });

/** A token that is good, and has enrolled as many browsers as it may on this day. */
export interface CrowdedToken {
  readonly id: string;
  readonly perDay: number;
  /** True the first time that this is noticed on the day. */
  readonly isNew: boolean;
}

/** Whether a token that was refused is one that has only enrolled enough today. */
export async function noteCrowd(db: Queries, token: string, now: number): Promise<CrowdedToken | undefined> {
  const rows = await db.query(
    `SELECT id, per_day, (refused_on IS NULL OR refused_on <> $3::date) AS first FROM enrolment_tokens
     WHERE token_hash = $1 AND expires_at > $2::timestamptz AND uses_left > 0 AND NOT revoked
       AND used_on = $3::date AND day_uses >= per_day FOR UPDATE`,
    [hashToken(token), timestamp(now), dayOf(now)],
  );
  const [row] = readRows(CrowdedRow, rows);
  if (row === undefined) return undefined;
  if (row.first)
    await db.query('UPDATE enrolment_tokens SET refused_on = $2::date WHERE id = $1::uuid', [row.id, dayOf(now)]);
  return { id: row.id, perDay: row.per_day, isNew: row.first };
}

const TokenRow = z.object({
  id: z.uuidv4(),
  title: z.string(),
  group_name: z.nullable(z.string()),
  expires_at: z.date(),
  uses: z.int(),
  uses_left: z.int(),
  per_day: z.int(),
  needs_approval: z.boolean(),
  revoked: z.boolean(),
  created_by: z.string(),
  created_day: z.nullable(z.string()),
});

export interface ListedToken {
  readonly id: string;
  readonly title: string;
  readonly group: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly uses: number;
  readonly usesLeft: number;
  /** How many of them on one UTC day. */
  readonly perDay: number;
  readonly needsApproval: boolean;
  readonly revoked: boolean;
  readonly createdBy: string;
  /** `YYYY-MM-DD`; `undefined` for a token from before days were kept. */
  readonly createdOn: string | undefined;
}

/** All tokens, the newest first. None of them can be read back. */
export async function listTokens(db: Queries): Promise<readonly ListedToken[]> {
  const rows = await db.query(
    `SELECT id, title, group_name, expires_at, uses, uses_left, per_day, needs_approval, revoked,
       created_by, CAST(created_on AS text) AS created_day
     FROM enrolment_tokens ORDER BY created_day DESC NULLS LAST, title, id`,
  );
  return readRows(TokenRow, rows).map((row) => ({
    id: row.id,
    title: row.title,
    group: row.group_name ?? undefined,
    expiresAt: row.expires_at.getTime(),
    uses: row.uses,
    usesLeft: row.uses_left,
    perDay: row.per_day,
    needsApproval: row.needs_approval,
    revoked: row.revoked,
    createdBy: row.created_by,
    createdOn: row.created_day ?? undefined,
  }));
}

/**
 * Nobody enrols with it any more; who has enrolled stays. `false` when there is no such token or it was revoked before. An enrolment
 * that is under way is over when this resolves, so that `revokeInstallsOfToken` after it finds every installation.
 */
export async function revokeToken(db: Queries, id: string): Promise<boolean> {
  const rows = await db.query(
    'UPDATE enrolment_tokens SET revoked = true WHERE id = $1::uuid AND NOT revoked RETURNING id',
    [id],
  );
  return rows.length > 0;
}
