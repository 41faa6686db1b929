import * as z from 'zod/mini';
import { hashToken, readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner';
  readonly passwordHash: string;
  /** The secret of the one-time codes, sealed. */
  readonly sealedSecret: string;
  /** The step of the last code that was taken. */
  readonly lastStep: number;
}

const PersonRow = z.object({
  id: z.uuidv4(),
  name: z.string(),
  role: z.literal('owner'),
  password_hash: z.string(),
  sealed_secret: z.string(),
  last_step: z.int(),
});

export async function addPerson(db: Queries, person: Person): Promise<void> {
  await db.query(
    `INSERT INTO people (id, name, role, password_hash, sealed_secret, last_step, tries)
     VALUES ($1::uuid, $2, $3, $4, $5, $6::integer, 0)`,
    [person.id, person.name, person.role, person.passwordHash, person.sealedSecret, person.lastStep],
  );
}

export async function findPerson(db: Queries, name: string): Promise<Person | undefined> {
  const rows = await db.query(
    'SELECT id, name, role, password_hash, sealed_secret, last_step FROM people WHERE name = $1',
    [name],
  );
  const [row] = readRows(PersonRow, rows);
  return (
    row && {
      id: row.id,
      name: row.name,
      role: row.role,
      passwordHash: row.password_hash,
      sealedSecret: row.sealed_secret,
      lastStep: row.last_step,
    }
  );
}

const TriesRow = z.object({ tries: z.int() });

/** Counts a try before it is judged, so that many at once are all counted. `undefined` while the account is locked. */
export async function countTry(db: Queries, id: string, now: number): Promise<number | undefined> {
  const rows = await db.query(
    `UPDATE people SET tries = tries + 1
     WHERE id = $1::uuid AND (locked_until IS NULL OR locked_until <= $2::timestamptz) RETURNING tries`,
    [id, timestamp(now)],
  );
  return readRows(TriesRow, rows)[0]?.tries;
}

export async function lockPerson(db: Queries, id: string, until: number): Promise<void> {
  await db.query('UPDATE people SET locked_until = $2::timestamptz WHERE id = $1::uuid', [id, timestamp(until)]);
}

/** Takes a code's step and forgets the tries before it; `false` when this step, or a later one, was taken before. */
export async function takeStep(db: Queries, id: string, step: number): Promise<boolean> {
  const rows = await db.query(
    `UPDATE people SET last_step = $2::integer, tries = 0, locked_until = NULL
     WHERE id = $1::uuid AND last_step < $2::integer RETURNING id`,
    [id, step],
  );
  return rows.length > 0;
}

/** What was entered at a set-up link and waits for its first code. */
export interface PendingOwner {
  readonly name: string;
  readonly passwordHash: string;
  readonly sealedSecret: string;
}

const LinkRow = z.object({
  name: z.nullable(z.string()),
  password_hash: z.nullable(z.string()),
  sealed_secret: z.nullable(z.string()),
});

export async function addSetupLink(db: Queries, token: string): Promise<void> {
  await db.query('INSERT INTO setup_links (token_hash, used) VALUES ($1, false)', [hashToken(token)]);
}

/** `undefined` when the link is unknown or used; `pending` when somebody has entered name and password. */
export async function findSetupLink(
  db: Queries,
  token: string,
): Promise<{ readonly pending: PendingOwner | undefined } | undefined> {
  const rows = await db.query(
    'SELECT name, password_hash, sealed_secret FROM setup_links WHERE token_hash = $1 AND NOT used',
    [hashToken(token)],
  );
  const [row] = readRows(LinkRow, rows);
  if (row === undefined) return undefined;
  const { name, password_hash: passwordHash, sealed_secret: sealedSecret } = row;
  if (name === null || passwordHash === null || sealedSecret === null) return { pending: undefined };
  return { pending: { name, passwordHash, sealedSecret } };
}

export async function fillSetupLink(db: Queries, token: string, owner: PendingOwner): Promise<void> {
  await db.query(
    'UPDATE setup_links SET name = $2, password_hash = $3, sealed_secret = $4 WHERE token_hash = $1 AND NOT used',
    [hashToken(token), owner.name, owner.passwordHash, owner.sealedSecret],
  );
}

/** Uses up every link: there is an owner now. */
export async function closeSetupLinks(db: Queries): Promise<void> {
  await db.query(
    'UPDATE setup_links SET used = true, name = NULL, password_hash = NULL, sealed_secret = NULL WHERE NOT used',
  );
}
