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

/** The newest fifty. */
export async function listProposals(db: Queries): Promise<readonly Proposal[]> {
  const rows = await db.query(
    `SELECT id, proposed_at, author_id, author, policy, state, decided_by, published
     FROM policy_proposals ORDER BY proposed_at DESC, id LIMIT 50`,
  );
  return readRows(ProposalRow, rows);
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
