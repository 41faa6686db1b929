import { utf8 } from '../lib/contract/bytes.ts';
import { longestPayload, payloadTypes, seal } from '../lib/contract/envelope.ts';
import type { Envelope } from '../lib/contract/envelope.ts';
import { PolicyDocument } from '../lib/contract/policy.ts';
import type { Policy } from '../lib/contract/policy.ts';
import { sayProblem } from '../lib/dlp/organisation/custom-rule.ts';
import { beforeCompiling, compilePolicy } from '../lib/policy/compile.ts';
import { NotDelegated } from './keys/signing-keys.ts';
import type { SigningKey } from './keys/signing-keys.ts';
import { isOurs, rememberPolicy } from './own-policy.ts';
import { holdBlobs } from './policy-blobs.ts';
import { EndpointProblem } from './problem.ts';
import { readIfKnown, readSigned, unreadableSentence } from './read-policy.ts';
import { readCopies, withCopies } from './sinks/copies.ts';
import { appendAudit } from './store/audit.ts';
import type { AuditEvent } from './store/audit.ts';
import { notePolicyBlobs } from './store/blob-uses.ts';
import type { Queries } from './store/database.ts';
import { addPolicy, currentPolicy, isHigher, replaceEnvelope } from './store/policies.ts';
import type { PolicyNumbers, StoredPolicy } from './store/policies.ts';
import type { Workings } from './workings.ts';

export interface Release {
  readonly author: string;
  readonly approver: string;
  /** Seconds between two polls of a browser. */
  readonly pollSeconds?: number | undefined;
  /** Numbers that a browser holds from before a restore: the new ones lie above these too. */
  readonly above?: PolicyNumbers | undefined;
}

const day = 86_400_000;
const validDays = 30;
/** The policy in force is signed anew when it has less than this left. */
const renewalDays = 15;
const attempts = 20;

/** Signs a policy and puts it in force, one sequence number above the last. */
export async function publishPolicy(workings: Workings, policy: Policy, release: Release): Promise<PolicyDocument> {
  const published = await workings.db.transaction(async (queries) => {
    const document = await publishWithin(queries, workings, policy, release);
    const target = `${document.epoch}.${document.seq}`;
    await appendAudit(queries, { actor: release.author, action: 'policy-published', target, now: workings.clock() });
    return document;
  });
  await rememberPolicy(workings, published);
  return published;
}

/** The same within a transaction that writes more. The caller adds to the audit log, and remembers the policy once it is committed. */
export async function publishWithin(
  queries: Queries,
  workings: Pick<Workings, 'keys' | 'clock' | 'orgId'>,
  policy: Policy,
  release: Release,
): Promise<PolicyDocument> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // Where policies were taken out of the database, the next one lies above them all the same.
    const last = (await currentPolicy(queries)) ?? workings.keys.policyMark.read() ?? beforeAll;
    const document = await publishAfter(queries, { workings, policy, release, last });
    if (document !== undefined) return document; // else another process took this number
  }
  throw new Error('no free policy number');
}

/** Numbers before those of the first policy. */
const beforeAll: PolicyNumbers = { epoch: 1, seq: 0 };

interface Successor {
  readonly workings: Pick<Workings, 'keys' | 'clock' | 'orgId'>;
  readonly policy: Policy;
  readonly release: Release;
  readonly last: PolicyNumbers;
}

/** Signs a policy and stores it as the one that follows `last`; `undefined` when another process was first. */
async function publishAfter(
  queries: Queries,
  { workings: { keys, clock, orgId }, policy, release, last }: Successor,
): Promise<PolicyDocument | undefined> {
  const blobs = await holdBlobs(queries, policy, clock());
  await beforeCompiling(policy);
  const [problem] = compilePolicy(policy, { blobs }).problems;
  if (problem) throw new Error(`The policy has a rule that cannot run: ${sayProblem(problem)}.`);
  const signer = await keys.signer();
  const { epoch: granted } = signer.granted;
  const highest = higher(higher(last, release.above), { epoch: granted ?? 1, seq: 0 });
  if (highest.epoch > (granted ?? highest.epoch)) throw beyondEpoch(signer.keyid, highest.epoch);
  const document = PolicyDocument.parse({
    orgId,
    epoch: highest.epoch,
    seq: highest.seq + 1,
    issuedAt: new Date(clock()).toISOString(),
    notAfter: new Date(clock() + validDays * day).toISOString(),
    pollSeconds: release.pollSeconds ?? 30,
    author: release.author,
    approver: release.approver,
    policy: withCopies(policy, await readCopies(queries)),
  });
  const { epoch, seq } = document;
  const signed = { policy: await sealDocument(document, signer), delegation: signer.delegation };
  if (!(await addPolicy(queries, { epoch, seq, signed }))) return undefined;
  await notePolicyBlobs(queries, document, Object.keys(blobs));
  return document;
}

/** Puts the first policy in force, once, however many processes start on an empty database at the same time. */
export async function publishFirst(workings: Workings, policy: Policy, release: Release): Promise<void> {
  await publishOnce(
    { workings, policy, release, last: beforeAll },
    { actor: release.author, action: 'policy-published' },
  );
}

/** What several processes do at the same time, one does. */
async function publishOnce(
  successor: Successor & { readonly workings: Workings },
  { actor, action }: Pick<AuditEvent, 'actor' | 'action'>,
): Promise<void> {
  const { db, clock } = successor.workings;
  const published = await db.transaction(async (queries) => {
    const document = await publishAfter(queries, successor);
    if (document === undefined) return undefined;
    const target = `${document.epoch}.${document.seq}`;
    await appendAudit(queries, { actor, action, target, now: clock() });
    return document;
  });
  if (published !== undefined) await rememberPolicy(successor.workings, published);
}

function beyondEpoch(keyid: string, epoch: number): NotDelegated {
  return new NotDelegated(
    `The policy in force is of epoch ${epoch}, for which ${keyid} has no delegation. Install one.`,
  );
}

/** Signs a document as it is. */
export async function sealDocument(
  document: PolicyDocument,
  { keyid, sign }: Pick<SigningKey, 'keyid' | 'sign'>,
): Promise<Envelope> {
  const body = utf8(JSON.stringify(document));
  const envelope = await seal({ payloadType: payloadTypes.policy, body, keyid, sign });
  // Browsers would refuse it, and keep the one before.
  if (envelope.payload.length > longestPayload)
    throw new EndpointProblem('The policy is too large: its lists of terms must be shorter.');
  return envelope;
}

const renewal = { actor: 'Sluice', action: 'policy-renewed' } as const;

/**
 * Signs the policy in force anew before it, or the delegation that it came with, ends, and when other sinks get copies. One that was
 * signed elsewhere ends when its signer said; with it goes only the endpoint's newest delegation.
 */
export async function renewPolicy(workings: Workings): Promise<void> {
  const stored = await currentPolicy(workings.db);
  if (stored === undefined) return;
  const document = readIfKnown(stored);
  // An endpoint of before policies were remembered.
  if (document !== undefined && workings.keys.policyMark.read() === undefined) await rememberPolicy(workings, stored);
  if (document === undefined) sayUnreadable(workings, stored);
  else if (readSigned(stored).endpoint === undefined) await renewReadable(workings, stored, document);
  else await renewEndpoint(workings, stored);
}

/** It is served as it was signed, and publishing another is the way out. */
function sayUnreadable({ log }: Workings, { epoch, seq }: StoredPolicy): void {
  log('policy-unreadable', { epoch, seq, problem: unreadableSentence });
}

async function renewEndpoint({ db, keys }: Workings, stored: StoredPolicy): Promise<void> {
  const signed = readSigned(stored);
  const endpoint = await keys.delegation();
  if (signed.endpoint?.payload !== endpoint.payload) await replaceEnvelope(db, stored, { ...signed, endpoint });
}

async function renewReadable(workings: Workings, stored: StoredPolicy, document: PolicyDocument): Promise<void> {
  const { keys, clock } = workings;
  const { delegation } = readSigned(stored);
  const sameDelegation = delegation.payload === (await keys.delegation()).payload;
  const { copies = [] } = document.policy.incidents;
  const sameCopies = JSON.stringify(copies) === JSON.stringify(await readCopies(workings.db));
  if (sameDelegation && sameCopies && Date.parse(document.notAfter) > clock() + renewalDays * day) return;
  if (!(await isOurs(workings, stored))) return;
  const { author, approver, pollSeconds, policy } = document;
  const release = { author, approver, pollSeconds };
  await publishOnce({ workings, policy, release, last: stored }, renewal);
}

/** Signs the policy in force anew, above numbers that browsers hold from before a restore. */
export async function continueAbove(workings: Workings, above: PolicyNumbers): Promise<void> {
  const stored = await currentPolicy(workings.db);
  if (stored === undefined || !isHigher(above, stored)) return; // another process was first
  const document = readIfKnown(stored);
  if (document === undefined) {
    sayUnreadable(workings, stored);
    return;
  }
  if (readSigned(stored).endpoint !== undefined) {
    workings.log('policy-signed-elsewhere', { epoch: above.epoch, seq: above.seq });
    return;
  }
  if (!(await isOurs(workings, stored))) return;
  const { author, approver, pollSeconds, policy } = document;
  const release = { author, approver, pollSeconds, above };
  await publishOnce({ workings, policy, release, last: stored }, renewal);
}

function higher(left: PolicyNumbers, right: PolicyNumbers | undefined): PolicyNumbers {
  return right !== undefined && isHigher(right, left) ? right : left;
}
