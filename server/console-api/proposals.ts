import { randomUUID } from 'node:crypto';
import { longestPayload } from '../../lib/contract/envelope.ts';
import { Policy } from '../../lib/contract/policy.ts';
import { sayProblem } from '../../lib/dlp/organisation/custom-rule.ts';
import { beforeCompiling, compilePolicy } from '../../lib/policy/compile.ts';
import { NotDelegated } from '../keys/signing-keys.ts';
import { UnknownBlob, holdBlobs } from '../policy-blobs.ts';
import { rememberPolicy } from '../own-policy.ts';
import { publishWithin } from '../publish-policy.ts';
import { readIfKnown } from '../read-policy.ts';
import { noteProposalBlobs } from '../store/blob-uses.ts';
import type { Queries } from '../store/database.ts';
import { currentPolicy } from '../store/policies.ts';
import type { PolicyNumbers } from '../store/policies.ts';
import type { Session } from '../store/sessions.ts';
import {
  addProposal,
  countOpenProposals,
  countProposalsSince,
  decideProposal,
  findProposal,
  listProposals,
} from '../store/proposals.ts';
import type { Proposal } from '../store/proposals.ts';
import type { Workings } from '../workings.ts';
import { ProposalRequest } from './contract.ts';
import type { ProposalList } from './contract.ts';
import { act, personOf, readId, readRequest } from './handler.ts';
import type { ConsoleContext, Handler } from './handler.ts';

const mostBytes = 3 * 1024 * 1024;
/** Bytes of a policy that fits into an envelope, which is base64url and says who, when and from which key besides. */
const longestPolicy = (longestPayload / 4) * 3 - 2_000;
/** Proposals of one person that may wait at a time. */
const mostOpen = 5;
/** Proposals that one person may make within a day, also when each is withdrawn at once: each may have megabytes. */
const mostInDay = 20;
const day = 86_400_000;

/** `GET /api/proposals`: the newest, with what each would put in force. */
export function proposalsHandler({ db }: Workings): Handler {
  return async (c) => {
    const caller = c.get('caller');
    const own = caller.kind === 'person' ? caller.session.personId : undefined;
    const proposals = await listProposals(db);
    return c.json({
      proposals: proposals.map((proposal) => ({
        id: proposal.id,
        at: proposal.proposed_at.toISOString(),
        author: proposal.author,
        yours: proposal.author_id === own,
        state: proposal.state,
        decidedBy: proposal.decided_by,
        published: proposal.published,
        policy: readPolicy(proposal.policy) ?? null,
      })),
    } satisfies ProposalList);
  };
}

/** One that does not read any more must not hide all others: versions differ in what a policy may say. */
function readPolicy(text: string | null): Policy | undefined {
  return text === null ? undefined : Policy.safeParse(JSON.parse(text)).data;
}

/** `POST /api/proposals`: a policy that somebody else may publish. One that cannot run is refused with what is wrong. */
export function proposeHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, ProposalRequest, mostBytes);
    if (!request.ok) return request.refusal;
    const policy = Policy.safeParse(request.value.policy);
    if (!policy.success) {
      const [issue] = policy.error.issues;
      return c.json({ reason: 'policy-refused', where: issue?.path.join('.') ?? '', why: issue?.message ?? '' }, 422);
    }
    const text = JSON.stringify(policy.data);
    if (Buffer.byteLength(text) > longestPolicy)
      return c.json({ reason: 'policy-refused', where: 'dictionaries', why: 'The lists are too long together.' }, 422);
    const id = randomUUID();
    const proposal = { id, policy: policy.data, text, now: workings.clock() };
    const refused = await act(c, workings, async (queries) => {
      const value = await addTo(queries, proposal, personOf(c));
      return { value, target: value === undefined ? id : undefined };
    });
    if (refused === 'too-many') return c.json({ reason: 'too-many-requests' }, 429);
    return refused === undefined ? c.json({ id }) : c.json({ reason: 'policy-refused', where: '', ...refused }, 422);
  };
}

interface NewProposal {
  readonly id: string;
  readonly policy: Policy;
  readonly text: string;
  readonly now: number;
}

/** Why a policy is not added, `undefined` when it is. */
async function addTo(
  queries: Queries,
  { id, policy, text, now }: NewProposal,
  { personId, name }: Pick<Session, 'personId' | 'name'>,
): Promise<{ readonly why: string } | 'too-many' | undefined> {
  const ofDay = await countProposalsSince(queries, personId, now - day);
  if (ofDay >= mostInDay || (await countOpenProposals(queries, personId)) >= mostOpen) return 'too-many';
  const blobs = await holdBlobs(queries, policy, now).catch(ifUnknown);
  if (blobs instanceof UnknownBlob) return { why: blobs.message };
  await beforeCompiling(policy);
  const [problem] = compilePolicy(policy, { blobs }).problems;
  if (problem) return { why: sayProblem(problem) };
  await addProposal(queries, { id, author_id: personId, author: name, policy: text, now });
  await noteProposalBlobs(queries, id, Object.keys(blobs));
  return undefined;
}

function ifUnknown(error: unknown): UnknownBlob {
  if (error instanceof UnknownBlob) return error;
  throw error;
}

type Verdict = 'done' | 'not-found' | 'decided-before' | 'own-proposal' | 'policy-refused';

/** `POST /api/proposals/:id/publish`: never by its author. */
export function publishHandler(workings: Workings): Handler {
  return async (c) => {
    let numbers: PolicyNumbers | undefined;
    const response = await decide(c, workings, async (queries, proposal) => {
      const { name, personId } = personOf(c);
      if (proposal.author_id === personId) return { verdict: 'own-proposal' };
      const policy = readPolicy(proposal.policy);
      if (policy === undefined) return { verdict: 'policy-refused' };
      const last = await currentPolicy(queries);
      const pollSeconds = last === undefined ? undefined : readIfKnown(last)?.pollSeconds;
      const release = { author: proposal.author, approver: name, pollSeconds };
      const document = await publishWithin(queries, workings, policy, release);
      const published = `${document.epoch}.${document.seq}`;
      const isFirst = await decideProposal(queries, proposal.id, { state: 'published', by: name, published });
      if (!isFirst) throw new DecidedBefore(); // takes the policy back
      numbers = document;
      return { verdict: 'done', target: published, detail: { author: proposal.author } };
    });
    if (response.ok && numbers !== undefined) await rememberPolicy(workings, numbers);
    return response;
  };
}

/** `POST /api/proposals/:id/reject`. */
export function rejectHandler(workings: Workings): Handler {
  return (c) =>
    decide(c, workings, async (queries, { id }) => {
      const isFirst = await decideProposal(queries, id, { state: 'rejected', by: c.get('caller').name });
      return isFirst ? { verdict: 'done', target: id } : { verdict: 'decided-before' };
    });
}

/** `DELETE /api/proposals/:id`: by its author, or an owner. */
export function withdrawHandler(workings: Workings): Handler {
  return (c) =>
    decide(c, workings, async (queries, { id, author_id: author }) => {
      const { personId, roles, name } = personOf(c);
      if (author !== personId && !roles.includes('owner')) return { verdict: 'not-found' };
      const isFirst = await decideProposal(queries, id, { state: 'withdrawn', by: name });
      return isFirst ? { verdict: 'done', target: id } : { verdict: 'decided-before' };
    });
}

class DecidedBefore extends Error {}

interface Decision {
  readonly verdict: Verdict;
  readonly target?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

async function decide(
  c: ConsoleContext,
  workings: Workings,
  work: (queries: Queries, proposal: Proposal) => Promise<Decision>,
): Promise<Response> {
  const id = readId(c);
  if (id === undefined) return c.json({ reason: 'not-found' }, 404);
  try {
    const verdict = await act(c, workings, async (queries) => {
      const proposal = await findProposal(queries, id);
      if (proposal === undefined) return { value: 'not-found' as const, target: undefined };
      if (proposal.state !== 'open') return { value: 'decided-before' as const, target: undefined };
      const { verdict: value, target, detail } = await work(queries, proposal);
      return { value, target, ...(detail && { detail }) };
    });
    if (verdict === 'done') return c.json({ done: true });
    return c.json({ reason: verdict }, verdict === 'not-found' ? 404 : 409);
  } catch (error) {
    if (error instanceof DecidedBefore) return c.json({ reason: 'decided-before' }, 409);
    if (error instanceof UnknownBlob) return c.json({ reason: 'dictionary-unknown', why: error.message }, 409);
    if (error instanceof NotDelegated) return c.json({ reason: 'delegation-needed', why: error.message }, 409);
    throw error;
  }
}
