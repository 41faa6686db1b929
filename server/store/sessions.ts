import * as z from 'zod/mini';
import { hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface Session {
  readonly personId: string;
  readonly name: string;
  readonly role: 'owner';
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

export interface SessionLimits {
  /** A session last seen before this is over. */
  readonly seenAfter: number;
  /** A session made before this is over. */
  readonly createdAfter: number;
}

const SessionRow = z.object({
  person_id: z.uuidv4(),
  name: z.string(),
  role: z.literal('owner'),
  seen_at: z.date(),
});

export async function addSession(
  db: Queries,
  { token, personId, now }: { readonly token: string; readonly personId: string; readonly now: number },
): Promise<void> {
  await db.query(
    `INSERT INTO sessions (token_hash, person_id, created_at, seen_at)
     VALUES ($1, $2::uuid, $3::timestamptz, $3::timestamptz)`,
    [hashToken(token), personId, timestamp(now)],
  );
}

export async function findSession(db: Queries, token: string, limits: SessionLimits): Promise<Session | undefined> {
  const rows = await db.query(
    `SELECT sessions.person_id, people.name, people.role, sessions.seen_at
     FROM sessions JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.seen_at > $2::timestamptz AND sessions.created_at > $3::timestamptz`,
    [hashToken(token), timestamp(limits.seenAfter), timestamp(limits.createdAfter)],
  );
  const [row] = readRows(SessionRow, rows);
  return row && { personId: row.person_id, name: row.name, role: row.role, seenAt: row.seen_at.getTime() };
}

export async function touchSession(db: Queries, token: string, now: number): Promise<void> {
  await db.query('UPDATE sessions SET seen_at = $2::timestamptz WHERE token_hash = $1', [
    hashToken(token),
    timestamp(now),
  ]);
}

export async function endSession(db: Queries, token: string): Promise<void> {
  await db.query('DELETE FROM sessions WHERE token_hash = $1', [hashToken(token)]);
}

export async function forgetSessions(db: Queries, { seenAfter, createdAfter }: SessionLimits): Promise<void> {
  await db.query('DELETE FROM sessions WHERE seen_at <= $1::timestamptz OR created_at <= $2::timestamptz', [
    timestamp(seenAfter),
    timestamp(createdAfter),
  ]);
}
