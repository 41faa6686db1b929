import * as z from 'zod/mini';
import { proposalStates } from '../vocabulary.ts';
import type { ProposalState } from '../vocabulary.ts';
import { readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

const ProposalRow = z.object({
  id: z.uuidv4(),
  proposed_at: z.date(),
  author_id: z.uuidv4(),
  author: z.string(),
  /** JSON text of a `Policy`. */
  policy: z.string(),
  state: z.enum(proposalStates),
  decided_by: z.nullable(z.string()),
  published: z.nullable(z.string()),
});
export type Proposal = z.infer<typeof ProposalRow>;

export async function addProposal(
  db: Queries,
  proposal: Pick<Proposal, 'id' | 'author_id' | 'author' | 'policy'> & { readonly now: number },
): Promise<void> {
  await db.query(
    `INSERT INTO policy_proposals (id, proposed_at, author_id, author, policy, state)
     VALUES ($1::uuid, $2::timestamptz, $3::uuid, $4, $5, 'open')`,
    [proposal.id, timestamp(proposal.now), proposal.author_id, proposal.author, proposal.policy],
  );
}

/** How many of a person's proposals wait for a decision. */
export async function countOpenProposals(db: Queries, authorId: string): Promise<number> {
  const rows = await db.query("SELECT id FROM policy_proposals WHERE author_id = $1::uuid AND state = 'open'", [
    authorId,
  ]);
  return rows.length;
}

/** Bytes of the policies in one list. One of them has three million at most. */
const listedBytes = 12_000_000;

const SizeRow = z.object({ id: z.uuidv4(), bytes: z.int() });
const ListedRow = z.extend(ProposalRow, { policy: z.nullable(z.string()) });
export type ListedProposal = z.infer<typeof ListedRow>;

/** Fifty: those that wait, then the newest. `policy` is null where those before it are too long together. */
export async function listProposals(db: Queries): Promise<readonly ListedProposal[]> {
  const sizes = await db.query(
    `SELECT id, octet_length(policy)::integer AS bytes FROM policy_proposals
     ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, proposed_at DESC, id LIMIT 50`,
  );
  const listed = readRows(SizeRow, sizes);
  let sum = 0;
  const whole = new Set(listed.filter(({ bytes }) => (sum += bytes) <= listedBytes).map(({ id }) => id));
  const rows = await db.query(
    `SELECT id, proposed_at, author_id, author, CASE WHEN sent.whole THEN policy ELSE NULL END AS policy, state,
       decided_by, published
     FROM jsonb_to_recordset($1::jsonb) AS sent (proposal uuid, whole boolean)
     JOIN policy_proposals ON policy_proposals.id = sent.proposal
     ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, proposed_at DESC, id`,
    [JSON.stringify(listed.map(({ id }) => ({ proposal: id, whole: whole.has(id) })))],
  );
  return readRows(ListedRow, rows);
}

export async function findProposal(db: Queries, id: string): Promise<Proposal | undefined> {
  const rows = await db.query(
    `SELECT id, proposed_at, author_id, author, policy, state, decided_by, published
     FROM policy_proposals WHERE id = $1::uuid`,
    [id],
  );
  return readRows(ProposalRow, rows)[0];
}

/** `false` when somebody has decided before. */
export async function decideProposal(
  db: Queries,
  id: string,
  decision: { readonly state: Exclude<ProposalState, 'open'>; readonly by: string; readonly published?: string },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE policy_proposals SET state = $2, decided_by = $3, published = $4
     WHERE id = $1::uuid AND state = 'open' RETURNING id`,
    [id, decision.state, decision.by, decision.published ?? null],
  );
  return rows.length > 0;
}

/** How many proposals a person has made since a moment, whatever became of them. */
export async function countProposalsSince(db: Queries, authorId: string, since: number): Promise<number> {
  const rows = await db.query(
    'SELECT id FROM policy_proposals WHERE author_id = $1::uuid AND proposed_at > $2::timestamptz',
    [authorId, timestamp(since)],
  );
  return rows.length;
}

/** Forgets proposals from before `before` that came to nothing, and those that were published before `published`. */
export async function forgetProposals(
  db: Queries,
  { before, published }: { readonly before: number; readonly published: number },
): Promise<void> {
  await db.query(
    `DELETE FROM policy_proposals WHERE (state IN ('rejected', 'withdrawn') AND proposed_at < $1::timestamptz)
       OR (state = 'published' AND proposed_at < $2::timestamptz)`,
    [timestamp(before), timestamp(published)],
  );
}
