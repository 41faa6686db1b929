import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { roles, sessionBrowsers } from '../vocabulary.ts';
import type { Role, SessionBrowser } from '../vocabulary.ts';
import { hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';
import type { Person } from './people.ts';

export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Milliseconds since 1970. */
  readonly seenAt: number;
  /** When this session last proved who its person is. Milliseconds since 1970. */
  readonly provedAt: number;
  /** True when its person comes by the organisation's own sign-in, and has no password here. */
  readonly isFromOidc: boolean;
}

export interface SessionLimits {
  /** A session last seen before this is over. */
  readonly seenAfter: number;
  /** A session made before this is over. */
  readonly createdAfter: number;
  /** A session made after this is one of a clock that was ahead, and over too. */
  readonly createdBefore: number;
}

const SessionRow = z.object({
  id: z.uuidv4(),
  person_id: z.uuidv4(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  seen_at: z.date(),
  proved_at: z.date(),
  is_from_oidc: z.boolean(),
});

interface NewSession {
  readonly token: string;
  readonly person: Pick<Person, 'id' | 'sealedSecret'>;
  readonly browser: SessionBrowser;
  readonly now: number;
  readonly provedAt: number;
}

/**
 * `false` when the person was shut out or has started anew since they were read. The row of the person is taken, so that whoever ends
 * all sessions at this moment ends this one too.
 */
export async function addSession(db: Queries, session: NewSession): Promise<boolean> {
  const { token, person, browser, now, provedAt } = session;
  const rows = await db.query(
    `INSERT INTO sessions (token_hash, id, person_id, browser, created_at, seen_at, proved_at)
     SELECT $1::text, $2::uuid, id, $4::text, $5::timestamptz, $5::timestamptz, $7::timestamptz FROM people
     WHERE id = $3::uuid AND active AND ($6::text IS NULL OR sealed_secret = $6::text) FOR UPDATE RETURNING person_id`,
    [
      hashToken(token),
      randomUUID(),
      person.id,
      browser,
      timestamp(now),
      person.sealedSecret ?? null,
      timestamp(provedAt),
    ],
  );
  return rows.length > 0;
}

export async function findSession(db: Queries, token: string, limits: SessionLimits): Promise<Session | undefined> {
  const rows = await db.query(
    `SELECT sessions.id, sessions.person_id, people.name, people.roles, sessions.seen_at, sessions.proved_at,
       people.oidc_subject IS NOT NULL AS is_from_oidc
     FROM sessions JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.seen_at > $2::timestamptz AND sessions.created_at > $3::timestamptz
       AND sessions.created_at < $4::timestamptz AND people.active`,
    [hashToken(token), timestamp(limits.seenAfter), timestamp(limits.createdAfter), timestamp(limits.createdBefore)],
  );
  const [row] = readRows(SessionRow, rows);
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      roles: row.roles,
      seenAt: row.seen_at.getTime(),
      provedAt: row.proved_at.getTime(),
      isFromOidc: row.is_from_oidc,
    }
  );
}

export async function touchSession(db: Queries, token: string, now: number): Promise<void> {
  await db.query('UPDATE sessions SET seen_at = $2::timestamptz WHERE token_hash = $1', [
    hashToken(token),
    timestamp(now),
  ]);
}

/** Wrong proofs that a session may give in a row. */
const mostProofTries = 5;

/** Counts a try to prove who is there, before it is judged. `false` when the session has had its tries: it ends. */
export async function countProofTry(db: Queries, id: string): Promise<boolean> {
  const rows = await db.query(
    'UPDATE sessions SET proof_tries = proof_tries + 1 WHERE id = $1::uuid AND proof_tries < $2::smallint RETURNING id',
    [id, mostProofTries],
  );
  if (rows.length === 0) await db.query('DELETE FROM sessions WHERE id = $1::uuid', [id]);
  return rows.length > 0;
}

export async function proveSession(db: Queries, id: string, now: number): Promise<void> {
  await db.query('UPDATE sessions SET proved_at = $2::timestamptz, proof_tries = 0 WHERE id = $1::uuid', [
    id,
    timestamp(now),
  ]);
}

export async function endSession(db: Queries, token: string): Promise<void> {
  await db.query('DELETE FROM sessions WHERE token_hash = $1', [hashToken(token)]);
}

const ListedRow = z.object({
  id: z.uuidv4(),
  browser: z.enum(sessionBrowsers),
  created_at: z.date(),
  seen_at: z.date(),
});
export type ListedSession = z.infer<typeof ListedRow>;

export async function sessionsOf(
  db: Queries,
  personId: string,
  limits: SessionLimits,
): Promise<readonly ListedSession[]> {
  const rows = await db.query(
    `SELECT id, browser, created_at, seen_at FROM sessions
     WHERE person_id = $1::uuid AND seen_at > $2::timestamptz AND created_at > $3::timestamptz
       AND created_at < $4::timestamptz
     ORDER BY seen_at DESC`,
    [personId, timestamp(limits.seenAfter), timestamp(limits.createdAfter), timestamp(limits.createdBefore)],
  );
  return readRows(ListedRow, rows);
}

/** `false` when the person has no such session. */
export async function endSessionOf(db: Queries, personId: string, id: string): Promise<boolean> {
  const rows = await db.query('DELETE FROM sessions WHERE id = $2::uuid AND person_id = $1::uuid RETURNING id', [
    personId,
    id,
  ]);
  return rows.length > 0;
}

export async function endSessionsOf(db: Queries, personId: string): Promise<void> {
  await db.query('DELETE FROM sessions WHERE person_id = $1::uuid', [personId]);
}

export async function forgetSessions(
  db: Queries,
  { seenAfter, createdAfter, createdBefore }: SessionLimits,
): Promise<void> {
  await db.query(
    `DELETE FROM sessions
     WHERE seen_at <= $1::timestamptz OR created_at <= $2::timestamptz OR created_at >= $3::timestamptz`,
    [timestamp(seenAfter), timestamp(createdAfter), timestamp(createdBefore)],
  );
}
