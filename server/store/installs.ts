import * as z from 'zod/mini';
import { PublicKey } from '../../lib/contract/enrolment.ts';
import { installStates } from '../vocabulary.ts';
import type { InstallState } from '../vocabulary.ts';
import { appendAudit } from './audit.ts';
import { bucketOf, dayOf, readRows, timestamp } from './database.ts';
import type { Database, Queries } from './database.ts';
import { noteCrowd, useToken } from './enrolment-tokens.ts';

export interface NewInstall {
  readonly id: string;
  readonly token: string;
  readonly publicKey: PublicKey;
  readonly group?: string | undefined;
  readonly now: number;
}

/**
 * Uses the token once and stores the installation; `undefined` when the token is unknown, expired, used up or revoked, `crowded` when it
 * has enrolled enough today: the first such refusal of a day is in the audit log. The token's group wins.
 */
export function enrol(
  db: Database,
  { id, token, publicKey, group, now }: NewInstall,
): Promise<Exclude<InstallState, 'revoked'> | 'crowded' | undefined> {
  return db.transaction(async (queries) => {
    const used = await useToken(queries, token, now);
    if (used === undefined) return refusalOf(queries, token, now);
    const state = used.needsApproval ? 'pending' : 'approved';
    await queries.query(
      `INSERT INTO installs (bucket, id, public_key, group_name, token_id, enrolled_on, state)
       VALUES ($1::smallint, $2::uuid, $3::jsonb, $4, $5::uuid, $6::date, $7)`,
      [bucketOf(id), id, JSON.stringify(publicKey), used.group ?? group ?? null, used.id, dayOf(now), state],
    );
    return state;
  });
}

async function refusalOf(queries: Queries, token: string, now: number): Promise<'crowded' | undefined> {
  const crowded = await noteCrowd(queries, token, now);
  if (crowded === undefined) return undefined;
  const { id, perDay, isNew } = crowded;
  if (isNew)
    await appendAudit(queries, { actor: 'Sluice', action: 'enrolments-refused', target: id, detail: { perDay }, now });
  return 'crowded';
}

const InstallRow = z.object({
  public_key: PublicKey,
  state: z.enum(installStates),
  group_name: z.nullable(z.string()),
});

export interface KnownInstall {
  readonly publicKey: PublicKey;
  readonly state: InstallState;
  readonly group: string | undefined;
}

/** An installation's public key, state and group; `undefined` when it is unknown. */
export async function findInstall(db: Queries, id: string): Promise<KnownInstall | undefined> {
  const rows = await db.query(
    'SELECT public_key, state, group_name FROM installs WHERE bucket = $1::smallint AND id = $2::uuid',
    [bucketOf(id), id],
  );
  const [row] = readRows(InstallRow, rows);
  return row && { publicKey: row.public_key, state: row.state, group: row.group_name ?? undefined };
}

/** `false` when it does not wait for approval. */
export async function approveInstall(db: Queries, id: string): Promise<boolean> {
  const rows = await db.query(
    `UPDATE installs SET state = 'approved'
     WHERE bucket = $1::smallint AND id = $2::uuid AND state = 'pending' RETURNING id`,
    [bucketOf(id), id],
  );
  return rows.length > 0;
}

/** `false` when it is unknown or was revoked before. */
export async function revokeInstall(db: Queries, id: string, now: number): Promise<boolean> {
  const rows = await db.query(
    `UPDATE installs SET state = 'revoked', revoked_on = $3::date
     WHERE bucket = $1::smallint AND id = $2::uuid AND state <> 'revoked' RETURNING id`,
    [bucketOf(id), id, dayOf(now)],
  );
  return rows.length > 0;
}

const buckets = 1_024;
const bucketsAtOnce = 128;

/** Revokes every installation that enrolled with a token, and returns how many. A token that still enrols lets them come back. */
export async function revokeInstallsOfToken(db: Queries, tokenId: string, now: number): Promise<number> {
  let revoked = 0;
  // In slices, so that no statement holds a hundred thousand rows.
  for (let from = 0; from < buckets; from += bucketsAtOnce) {
    const rows = await db.query(
      `UPDATE installs SET state = 'revoked', revoked_on = $2::date
       WHERE token_id = $1::uuid AND state <> 'revoked' AND bucket >= $3::smallint AND bucket < $4::smallint
       RETURNING bucket`,
      [tokenId, dayOf(now), from, from + bucketsAtOnce],
    );
    revoked += rows.length;
  }
  return revoked;
}

const IdRow = z.object({ id: z.uuidv4() });

/** At most `limit` of the installations that were revoked on the UTC day of `since` or later. */
export async function revokedSince(db: Queries, since: number, limit: number): Promise<readonly string[]> {
  const rows = await db.query(
    "SELECT id FROM installs WHERE state = 'revoked' AND revoked_on >= $1::date LIMIT $2::integer",
    [dayOf(since), limit],
  );
  return readRows(IdRow, rows).map(({ id }) => id);
}

export interface InstallFilters {
  readonly tokenId?: string | undefined;
  readonly group?: string | undefined;
  readonly state?: InstallState | undefined;
}

/** What the console may know of an installation: nothing that leads to an incident, and no time finer than a day. */
export interface ListedInstall {
  readonly id: string;
  readonly tokenId: string;
  readonly group: string | undefined;
  readonly state: InstallState;
  /** `YYYY-MM-DD`, UTC. */
  readonly enrolledOn: string;
}

const ListedRow = z.object({
  id: z.uuidv4(),
  token_id: z.uuidv4(),
  group_name: z.nullable(z.string()),
  state: z.enum(installStates),
  enrolled_day: z.string(),
});

/** Installations, the newest first, from behind `after` on. */
export async function listInstalls(
  db: Queries,
  options: {
    readonly filters: InstallFilters;
    readonly after?: Pick<ListedInstall, 'id' | 'enrolledOn'> | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedInstall[]> {
  const { filters, after, limit } = options;
  const rows = await db.query(
    `SELECT id, token_id, group_name, state, CAST(enrolled_on AS text) AS enrolled_day
     FROM installs
     WHERE ($1::uuid IS NULL OR token_id = $1::uuid)
       AND ($2::text IS NULL OR group_name = $2::text)
       AND ($3::text IS NULL OR state = $3::text)
       AND ($4::date IS NULL OR (enrolled_on, id) < ($4::date, $5::uuid))
     ORDER BY enrolled_on DESC, id DESC
     LIMIT $6::integer`,
    [
      filters.tokenId ?? null,
      filters.group ?? null,
      filters.state ?? null,
      after?.enrolledOn ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  return readRows(ListedRow, rows).map((row) => ({
    id: row.id,
    tokenId: row.token_id,
    group: row.group_name ?? undefined,
    state: row.state,
    enrolledOn: row.enrolled_day,
  }));
}

const CountRow = z.object({ installs: z.int() });

/** Those that are approved: only they count as people. */
export async function countInstalls(db: Queries): Promise<number> {
  const rows = await db.query("SELECT count(*)::integer AS installs FROM installs WHERE state = 'approved'");
  return readRows(CountRow, rows)[0]?.installs ?? 0;
}

const StateCountRow = z.object({ token_id: z.uuidv4(), state: z.enum(installStates), installs: z.int() });

export type StateCounts = Readonly<Record<InstallState, number>>;

/** How many installations of each token are in each state; a token without any is absent. */
export async function countInstallsByToken(db: Queries): Promise<ReadonlyMap<string, StateCounts>> {
  const rows = await db.query(
    'SELECT token_id, state, count(*)::integer AS installs FROM installs GROUP BY token_id, state',
  );
  const counts = new Map<string, StateCounts>();
  for (const { token_id: id, state, installs } of readRows(StateCountRow, rows)) {
    counts.set(id, { ...(counts.get(id) ?? { pending: 0, approved: 0, revoked: 0 }), [state]: installs });
  }
  return counts;
}

/** Remembers a nonce until `expiresAt`; `false` when the installation has used it before. */
export async function useNonce(
  db: Queries,
  { installId, nonce, expiresAt }: { readonly installId: string; readonly nonce: string; readonly expiresAt: number },
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO used_nonces (bucket, install_id, nonce, expires_at)
     VALUES ($1::smallint, $2::uuid, $3, $4::timestamptz) ON CONFLICT DO NOTHING RETURNING nonce`,
    [bucketOf(installId), installId, nonce, timestamp(expiresAt)],
  );
  return rows.length > 0;
}

export async function forgetNonces(db: Queries, now: number): Promise<void> {
  await db.query('DELETE FROM used_nonces WHERE expires_at < $1::timestamptz', [timestamp(now)]);
}
