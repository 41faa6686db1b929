import * as z from 'zod/mini';
import { passkeyTransports } from '../vocabulary.ts';
import type { PasskeyTransport } from '../vocabulary.ts';
import { dayOf, readRows } from './database.ts';
import type { Queries } from './database.ts';

export interface NewPasskey {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly personId: string;
  /** A COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly PasskeyTransport[];
  readonly title: string;
  readonly now: number;
}

/** `false` when there is a passkey of this id, whoever has it. */
export async function addPasskey(db: Queries, passkey: NewPasskey): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO passkeys (id, person_id, public_key, counter, transports, title, created_on)
     VALUES ($1, $2::uuid, $3, $4::bigint, $5::jsonb, $6, $7::date) ON CONFLICT DO NOTHING RETURNING id`,
    [
      passkey.id,
      passkey.personId,
      passkey.publicKey,
      passkey.counter,
      JSON.stringify(passkey.transports),
      passkey.title,
      dayOf(passkey.now),
    ],
  );
  return rows.length > 0;
}

const PasskeyRow = z.object({ id: z.string(), person_id: z.uuidv4(), public_key: z.string() });

export interface Passkey {
  readonly id: string;
  readonly personId: string;
  readonly publicKey: string;
}

export async function findPasskey(db: Queries, id: string): Promise<Passkey | undefined> {
  const rows = await db.query('SELECT id, person_id, public_key FROM passkeys WHERE id = $1', [id]);
  const [row] = readRows(PasskeyRow, rows);
  return row && { id: row.id, personId: row.person_id, publicKey: row.public_key };
}

const ListedRow = z.object({
  id: z.string(),
  title: z.string(),
  created_on: z.iso.date(),
  transports: z.array(z.enum(passkeyTransports)),
});
export type ListedPasskey = z.infer<typeof ListedRow>;

export async function passkeysOf(db: Queries, personId: string): Promise<readonly ListedPasskey[]> {
  const rows = await db.query(
    `SELECT id, title, to_char(created_on, 'YYYY-MM-DD') AS created_on, transports FROM passkeys
     WHERE person_id = $1::uuid ORDER BY passkeys.created_on, title, id`,
    [personId],
  );
  return readRows(ListedRow, rows);
}

/**
 * Takes the counter of a signature; `false` when it is not above the last one, as with a passkey that was copied. One that always says
 * zero does not count.
 */
export async function takeCounter(db: Queries, id: string, counter: number): Promise<boolean> {
  const rows = await db.query(
    `UPDATE passkeys SET counter = $2::bigint
     WHERE id = $1 AND (counter < $2::bigint OR (counter = 0 AND $2::bigint = 0)) RETURNING id`,
    [id, counter],
  );
  return rows.length > 0;
}

/** The title of what was removed; `undefined` when the person has no such passkey. */
export async function removePasskey(db: Queries, personId: string, id: string): Promise<string | undefined> {
  const rows = await db.query('DELETE FROM passkeys WHERE id = $2 AND person_id = $1::uuid RETURNING title', [
    personId,
    id,
  ]);
  return readRows(z.object({ title: z.string() }), rows)[0]?.title;
}

/** The same, whoever has it. `false` when nobody does. */
export async function endPasskey(db: Queries, id: string): Promise<boolean> {
  return (await db.query('DELETE FROM passkeys WHERE id = $1 RETURNING id', [id])).length > 0;
}

export async function removePasskeysOf(db: Queries, personId: string): Promise<void> {
  await db.query('DELETE FROM passkeys WHERE person_id = $1::uuid', [personId]);
}

/** Removes those of people who were shut out. */
export async function forgetPasskeys(db: Queries): Promise<void> {
  await db.query('DELETE FROM passkeys WHERE person_id IN (SELECT id FROM people WHERE NOT active)');
}
