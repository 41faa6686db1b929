import * as z from 'zod/mini';
import { dayOf, readRows } from './database.ts';
import type { Database, Queries } from './database.ts';
import type { PolicyNumbers } from './policies.ts';

/** As many policies as the history shows, and may be proposed again. */
const reachOfHistory = 50;
const keptDays = 30;
const day = 86_400_000;

export async function notePolicyBlobs(
  { query }: Queries,
  { epoch, seq }: PolicyNumbers,
  names: readonly string[],
): Promise<void> {
  for (const name of names)
    await query('INSERT INTO policy_blobs (epoch, seq, sha256) VALUES ($1::integer, $2::integer, $3)', [
      epoch,
      seq,
      name,
    ]);
}

export async function noteProposalBlobs(
  { query }: Queries,
  proposalId: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names)
    await query('INSERT INTO proposal_blobs (proposal_id, sha256) VALUES ($1::uuid, $2)', [proposalId, name]);
}

/** Where a list is named. */
export interface BlobUse {
  readonly inForce: boolean;
  /** In one of the policies that the history shows. */
  readonly inHistory: boolean;
  readonly proposed: boolean;
}

export const unused: BlobUse = { inForce: false, inHistory: false, proposed: false };

const PolicyUse = z.object({ sha256: z.string(), newest: z.int() });
const ProposalUse = z.object({ sha256: z.string() });

/** What needs which list. A list that is not in the answer is needed by nothing. */
export async function usesOfBlobs({ query }: Queries): Promise<ReadonlyMap<string, BlobUse>> {
  const policies = await query(
    `SELECT used.sha256, min(recent.place)::integer AS newest
     FROM (SELECT epoch, seq, row_number() OVER (ORDER BY epoch DESC, seq DESC) AS place
           FROM policies ORDER BY epoch DESC, seq DESC LIMIT $1::integer) AS recent
     JOIN policy_blobs AS used ON used.epoch = recent.epoch AND used.seq = recent.seq
     GROUP BY used.sha256`,
    [reachOfHistory],
  );
  const proposals = await query(
    `SELECT DISTINCT used.sha256 FROM proposal_blobs AS used
     JOIN policy_proposals ON policy_proposals.id = used.proposal_id WHERE policy_proposals.state = 'open'`,
  );
  const uses = new Map<string, BlobUse>();
  for (const { sha256, newest } of readRows(PolicyUse, policies))
    uses.set(sha256, { inForce: newest === 1, inHistory: true, proposed: false });
  for (const { sha256 } of readRows(ProposalUse, proposals))
    uses.set(sha256, { ...(uses.get(sha256) ?? unused), proposed: true });
  return uses;
}

/** Deletes a list that nothing needs; `false` when something does, or it is not there. Within a transaction. */
export async function removeBlob(queries: Queries, name: string): Promise<boolean> {
  // First the row: whoever takes hold of the list from here on waits, and finds it gone.
  const rows = await queries.query('DELETE FROM blobs WHERE sha256 = $1 RETURNING sha256', [name]);
  if (rows.length === 0) return false;
  if ((await usesOfBlobs(queries)).has(name)) throw new BlobInUse();
  await queries.query('DELETE FROM blob_chunks WHERE sha256 = $1', [name]);
  return true;
}

/** Takes the deletion back. */
export class BlobInUse extends Error {
  constructor() {
    super('the list is in use');
    this.name = 'BlobInUse';
  }
}

const NameRow = z.object({ sha256: z.string() });

/** Deletes lists that nothing needs, and nobody touched, for a month. */
export async function forgetBlobs(db: Database, now: number): Promise<void> {
  const before = dayOf(now - keptDays * day);
  const rows = await db.query('SELECT sha256 FROM blobs WHERE used_on < $1::date', [before]);
  for (const { sha256 } of readRows(NameRow, rows)) await forgetBlob(db, sha256, before);
}

function forgetBlob(db: Database, name: string, before: string): Promise<void> {
  return db.transaction(async (queries) => {
    if ((await usesOfBlobs(queries)).has(name)) return;
    // Who took hold of it since has made its day a new one.
    const rows = await queries.query('DELETE FROM blobs WHERE sha256 = $1 AND used_on < $2::date RETURNING sha256', [
      name,
      before,
    ]);
    if (rows.length > 0) await queries.query('DELETE FROM blob_chunks WHERE sha256 = $1', [name]);
  });
}
