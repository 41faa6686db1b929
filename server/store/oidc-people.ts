import * as z from 'zod/mini';
import { roles } from '../vocabulary.ts';
import type { Role } from '../vocabulary.ts';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

// People who come by the organisation's own sign-in: rows of `people` without a password, known by issuer and subject.

export interface NewOidcPerson {
  readonly id: string;
  /** Issuer, a space, and the subject there. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** `false` when somebody has this name, or this subject is known. */
export async function addOidcPerson(db: Queries, person: NewOidcPerson): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO people (id, name, roles, oidc_subject, last_step, tries, active)
     VALUES ($1::uuid, $2, $3::jsonb, $4, 0, 0, true) ON CONFLICT DO NOTHING RETURNING id`,
    [person.id, person.name, JSON.stringify(person.roles), person.subject],
  );
  return rows.length > 0;
}

const OidcRow = z.object({ id: z.uuidv4(), name: z.string(), roles: z.array(z.enum(roles)), active: z.boolean() });
export type OidcPerson = z.infer<typeof OidcRow>;

/** Also who was shut out. The row is locked until the end of the transaction. */
export async function findBySubject(queries: Queries, subject: string): Promise<OidcPerson | undefined> {
  const rows = await queries.query('SELECT id, name, roles, active FROM people WHERE oidc_subject = $1 FOR UPDATE', [
    subject,
  ]);
  return readRows(OidcRow, rows)[0];
}

/** Puts these roles in the place of those before. Nobody who comes this way is the last owner: those who have a password are counted. */
export async function setOidcRoles(queries: Queries, id: string, given: readonly Role[]): Promise<void> {
  await queries.query('UPDATE people SET roles = $2::jsonb WHERE id = $1::uuid AND oidc_subject IS NOT NULL', [
    id,
    JSON.stringify(given),
  ]);
}
