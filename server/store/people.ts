import * as z from 'zod/mini';
import { roles } from '../vocabulary.ts';
import type { Role } from '../vocabulary.ts';
import { readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';
import { removePasskeysOf } from './passkeys.ts';

/** Somebody with a password and an authenticator app of their own. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  /** The secret of the one-time codes, sealed. */
  readonly sealedSecret: string;
  /** The step of the last code that was taken. */
  readonly lastStep: number;
}

/** Who comes by the organisation's own sign-in has neither password nor app here. */
export interface Person extends Omit<NewPerson, 'passwordHash' | 'sealedSecret'> {
  readonly passwordHash: string | undefined;
  readonly sealedSecret: string | undefined;
}

const Roles = z.array(z.enum(roles));
const PersonRow = z.object({
  id: z.uuidv4(),
  name: z.string(),
  roles: Roles,
  password_hash: z.nullable(z.string()),
  sealed_secret: z.nullable(z.string()),
  last_step: z.int(),
});

/** `false` when another person has this name. */
export async function addPerson(db: Queries, person: NewPerson): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO people (id, name, roles, password_hash, sealed_secret, last_step, tries, active)
     VALUES ($1::uuid, $2, $3::jsonb, $4, $5, $6::integer, 0, true) ON CONFLICT DO NOTHING RETURNING id`,
    [person.id, person.name, JSON.stringify(person.roles), person.passwordHash, person.sealedSecret, person.lastStep],
  );
  return rows.length > 0;
}

/** The person of this name who may still sign in, as it was typed or tidied. */
export async function findPerson(db: Queries, name: string, tidied: string): Promise<Person | undefined> {
  const rows = await db.query(
    `SELECT id, name, roles, password_hash, sealed_secret, last_step FROM people
     WHERE name IN ($1, $2) AND active ORDER BY CASE WHEN name = $1 THEN 0 ELSE 1 END LIMIT 1`,
    [name, tidied],
  );
  const [row] = readRows(PersonRow, rows);
  return row && personOf(row);
}

export async function findPersonById(db: Queries, id: string): Promise<Person | undefined> {
  const rows = await db.query(
    `SELECT id, name, roles, password_hash, sealed_secret, last_step FROM people WHERE id = $1::uuid AND active`,
    [id],
  );
  const [row] = readRows(PersonRow, rows);
  return row && personOf(row);
}

function personOf(row: z.infer<typeof PersonRow>): Person {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    passwordHash: row.password_hash ?? undefined,
    sealedSecret: row.sealed_secret ?? undefined,
    lastStep: row.last_step,
  };
}

const ListedRow = z.object({ id: z.uuidv4(), name: z.string(), roles: Roles, active: z.boolean() });
export type ListedPerson = z.infer<typeof ListedRow>;

export async function listPeople(db: Queries): Promise<readonly ListedPerson[]> {
  return readRows(ListedRow, await db.query('SELECT id, name, roles, active FROM people ORDER BY name'));
}

export type PeopleChange = 'done' | 'not-found' | 'last-owner';

/** Gives a person these roles and no others, unless nobody would be an owner then. */
export async function setRoles(queries: Queries, id: string, given: readonly Role[]): Promise<PeopleChange> {
  if (!given.includes('owner') && (await isLastOwner(queries, id))) return 'last-owner';
  const rows = await queries.query('UPDATE people SET roles = $2::jsonb WHERE id = $1::uuid AND active RETURNING id', [
    id,
    JSON.stringify(given),
  ]);
  return rows.length > 0 ? 'done' : 'not-found';
}

/** Shuts a person out, and ends their sessions. The name stays taken: the audit log speaks of it. */
export async function shutOut(queries: Queries, id: string): Promise<PeopleChange> {
  if (await isLastOwner(queries, id)) return 'last-owner';
  const rows = await queries.query('UPDATE people SET active = false WHERE id = $1::uuid AND active RETURNING id', [
    id,
  ]);
  await queries.query('DELETE FROM sessions WHERE person_id = $1::uuid', [id]);
  await removePasskeysOf(queries, id);
  return rows.length > 0 ? 'done' : 'not-found';
}

/**
 * Takes the rows of all owners first, so that two owners cannot shut each other out at the same moment. Those who depend on another
 * sign-in do not count: somebody must get in when it fails.
 */
async function isLastOwner({ query }: Queries, id: string): Promise<boolean> {
  const owners = await query(
    `SELECT id FROM people WHERE active AND oidc_subject IS NULL AND roles @> '["owner"]'::jsonb ORDER BY id FOR UPDATE`,
  );
  return owners.length === 1 && owners[0]?.['id'] === id;
}

/** A new password and authenticator app, as after a reset. Passkeys and sessions of before are gone. */
export async function replaceCredentials(
  db: Queries,
  person: Pick<NewPerson, 'id' | 'passwordHash' | 'sealedSecret' | 'lastStep'>,
): Promise<string | undefined> {
  const rows = await db.query(
    `UPDATE people SET password_hash = $2, sealed_secret = $3, last_step = $4::integer, tries = 0, locked_until = NULL
     WHERE id = $1::uuid AND active AND oidc_subject IS NULL RETURNING name`,
    [person.id, person.passwordHash, person.sealedSecret, person.lastStep],
  );
  await db.query('DELETE FROM sessions WHERE person_id = $1::uuid', [person.id]);
  await removePasskeysOf(db, person.id);
  return readRows(NameRow, rows)[0]?.name;
}

const NameRow = z.object({ name: z.string() });
const TriesRow = z.object({ tries: z.int() });

/**
 * Counts a try before it is judged, so that many at once are all counted. `undefined` while the account is locked. A lock that would
 * last for longer than `longest` milliseconds is one of a clock that was ahead.
 */
export async function countTry(
  db: Queries,
  id: string,
  { now, longest }: { readonly now: number; readonly longest: number },
): Promise<number | undefined> {
  const rows = await db.query(
    `UPDATE people SET tries = tries + 1
     WHERE id = $1::uuid
       AND (locked_until IS NULL OR locked_until <= $2::timestamptz OR locked_until > $3::timestamptz) RETURNING tries`,
    [id, timestamp(now), timestamp(now + longest)],
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

/** After another proof than a code. */
export async function forgetTries(db: Queries, id: string): Promise<void> {
  await db.query('UPDATE people SET tries = 0, locked_until = NULL WHERE id = $1::uuid', [id]);
}

/** After a restore: shut out again, whoever it is. `false` when they were not there or had been shut out before. */
export async function endPerson(db: Queries, id: string): Promise<boolean> {
  const rows = await db.query('UPDATE people SET active = false WHERE id = $1::uuid AND active RETURNING id', [id]);
  await removePasskeysOf(db, id);
  return rows.length > 0;
}

/** After a restore: these roles, without asking who else is an owner. */
export async function replaceRoles(db: Queries, id: string, given: readonly Role[]): Promise<void> {
  await db.query('UPDATE people SET roles = $2::jsonb WHERE id = $1::uuid AND active', [id, JSON.stringify(given)]);
}

/** True while somebody can sign in as an owner. */
export async function hasOwner(db: Queries): Promise<boolean> {
  const rows = await db.query(
    `SELECT id FROM people WHERE active AND oidc_subject IS NULL AND roles @> '["owner"]'::jsonb LIMIT 1`,
  );
  return rows.length > 0;
}
