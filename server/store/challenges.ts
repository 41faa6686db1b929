import * as z from 'zod/mini';
import { challengePurposes } from '../vocabulary.ts';
import type { ChallengePurpose } from '../vocabulary.ts';
import { hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface Challenge {
  /** 32 random bytes, base64url: what the passkey signs. */
  readonly challenge: string;
  /** Whose passkey is asked; `undefined` at the sign-in, where nobody knows yet. */
  readonly personId: string | undefined;
  readonly purpose: ChallengePurpose;
}

export interface NewChallenge extends Challenge {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export async function addChallenge(db: Queries, { token, expiresAt, ...given }: NewChallenge): Promise<void> {
  await db.query(
    `INSERT INTO challenges (token_hash, challenge, person_id, purpose, expires_at)
     VALUES ($1, $2, $3::uuid, $4, $5::timestamptz)`,
    [hashToken(token), given.challenge, given.personId ?? null, given.purpose, timestamp(expiresAt)],
  );
}

const ChallengeRow = z.object({
  challenge: z.string(),
  person_id: z.nullable(z.uuidv4()),
  purpose: z.enum(challengePurposes),
  expires_at: z.date(),
});

/** Uses a challenge up, whatever comes of it; `undefined` when it is unknown, used or over. */
export async function takeChallenge(db: Queries, token: string, now: number): Promise<Challenge | undefined> {
  const rows = await db.query(
    'DELETE FROM challenges WHERE token_hash = $1 RETURNING challenge, person_id, purpose, expires_at',
    [hashToken(token)],
  );
  const [row] = readRows(ChallengeRow, rows);
  if (row === undefined || row.expires_at.getTime() <= now) return undefined;
  return { challenge: row.challenge, personId: row.person_id ?? undefined, purpose: row.purpose };
}

export async function forgetChallenges(db: Queries, now: number): Promise<void> {
  await db.query('DELETE FROM challenges WHERE expires_at <= $1::timestamptz', [timestamp(now)]);
}
