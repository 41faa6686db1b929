import { hashToken } from './database.ts';
import type { Queries } from './database.ts';

/** Puts these codes in the place of all before. */
export async function replaceRecoveryCodes(
  queries: Queries,
  personId: string,
  codes: readonly string[],
): Promise<void> {
  await queries.query('DELETE FROM recovery_codes WHERE person_id = $1::uuid', [personId]);
  await queries.query(
    `INSERT INTO recovery_codes (person_id, code_hash)
     SELECT $1::uuid, value FROM jsonb_array_elements_text($2::jsonb) AS codes (value)`,
    [personId, JSON.stringify(codes.map(hashToken))],
  );
}

/** `false` when the code is not one of the person's, or was used. */
export async function useRecoveryCode(db: Queries, personId: string, code: string): Promise<boolean> {
  const rows = await db.query(
    'DELETE FROM recovery_codes WHERE person_id = $1::uuid AND code_hash = $2 RETURNING code_hash',
    [personId, hashToken(code)],
  );
  return rows.length > 0;
}

export async function countRecoveryCodes(db: Queries, personId: string): Promise<number> {
  const rows = await db.query('SELECT code_hash FROM recovery_codes WHERE person_id = $1::uuid', [personId]);
  return rows.length;
}
