import * as z from 'zod/mini';
import { utf8, fromBase64url } from '../lib/contract/bytes.ts';
import { SignedPolicy, longestPayload, payloadTypes, readRootKeys, seal } from '../lib/contract/envelope.ts';
import type { Envelope } from '../lib/contract/envelope.ts';
import { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import { verifyPolicy } from '../lib/contract/signed-policy.ts';
import { sayProblem } from '../lib/dlp/organisation/custom-rule.ts';
import { compilePolicy } from '../lib/policy/compile.ts';
import { NotDelegated } from './keys/signing-keys.ts';
import type { SigningKey } from './keys/signing-keys.ts';
import { EndpointProblem } from './problem.ts';
import { appendAudit } from './store/audit.ts';
import type { Queries } from './store/database.ts';
import { addPolicy, currentPolicy, replaceEnvelope } from './store/policies.ts';
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
export function publishPolicy(workings: Workings, policy: Policy, release: Release): Promise<PolicyDocument> {
  return workings.db.transaction(async (queries) => {
    const document = await publishWithin(queries, workings, policy, release);
    const target = `${document.epoch}.${document.seq}`;
    await appendAudit(queries, { actor: release.author, action: 'policy-published', target, now: workings.clock() });
    return document;
  });
}

/** The same within a transaction that writes more. The caller adds to the audit log. */
export async function publishWithin(
  queries: Queries,
  workings: Pick<Workings, 'keys' | 'clock' | 'orgId'>,
  policy: Policy,
  release: Release,
): Promise<PolicyDocument> {
  const { keys, clock, orgId } = workings;
  const signer = await keys.signer();
  const { epoch: granted } = signer.granted;
  const [problem] = compilePolicy(policy).problems;
  if (problem) throw new Error(`The policy has a rule that cannot run: ${sayProblem(problem)}.`);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const last = await currentPolicy(queries);
    const highest = higher(higher(last ?? { epoch: 1, seq: 0 }, release.above), { epoch: granted ?? 1, seq: 0 });
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
      policy,
    });
    const { epoch, seq } = document;
    const signed = { policy: await sealDocument(document, signer), delegation: signer.delegation };
    if (await addPolicy(queries, { epoch, seq, signed })) return document; // else another process took this number
  }
  throw new Error('no free policy number');
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

/**
 * Signs the policy in force anew before it, or the delegation that it came with, ends. One that was signed elsewhere ends when its signer
 * said; with it goes only the endpoint's newest delegation.
 */
export async function renewPolicy(workings: Workings): Promise<void> {
  const { db, keys, clock } = workings;
  const stored = await currentPolicy(db);
  if (stored === undefined) return;
  const signed = readSigned(stored);
  const delegation = await keys.delegation();
  if (signed.endpoint !== undefined) {
    if (signed.endpoint.payload !== delegation.payload)
      await replaceEnvelope(db, stored, { ...signed, endpoint: delegation });
    return;
  }
  const document = readDocument(stored);
  const sameDelegation = signed.delegation.payload === delegation.payload;
  if (sameDelegation && Date.parse(document.notAfter) > clock() + renewalDays * day) return;
  if (!(await isOurs(workings, stored))) return;
  const { author, approver, pollSeconds, policy } = document;
  await db.transaction(async (queries) => {
    const renewed = await publishWithin(queries, workings, policy, { author, approver, pollSeconds });
    const target = `${renewed.epoch}.${renewed.seq}`;
    await appendAudit(queries, { actor: 'Sluice', action: 'policy-renewed', target, now: clock() });
  });
}

/** Signs the policy in force anew, above numbers that browsers hold from before a restore. */
export async function continueAbove(workings: Workings, above: PolicyNumbers): Promise<void> {
  const stored = await currentPolicy(workings.db);
  if (stored === undefined || !isHigher(above, stored)) return; // another process was first
  if (readSigned(stored).endpoint !== undefined) {
    workings.log('policy-signed-elsewhere', { epoch: above.epoch, seq: above.seq });
    return;
  }
  if (!(await isOurs(workings, stored))) return;
  const { author, approver, pollSeconds, policy } = readDocument(stored);
  await workings.db.transaction(async (queries) => {
    const renewed = await publishWithin(queries, workings, policy, { author, approver, pollSeconds, above });
    const target = `${renewed.epoch}.${renewed.seq}`;
    await appendAudit(queries, { actor: 'Sluice', action: 'policy-renewed', target, now: workings.clock() });
  });
}

/**
 * True when keys of ours stand behind a stored policy, whenever that was. Whoever can only write to the database would else have it
 * signed by the endpoint itself.
 */
async function isOurs({ keys, orgId, clock, log }: Workings, stored: StoredPolicy): Promise<boolean> {
  const floor = { orgId, epoch: stored.epoch, seq: stored.seq, now: clock(), kept: true };
  const verified = await verifyPolicy(readSigned(stored), await readRootKeys(keys.policyRootKeys), floor);
  // A clock that went back makes a policy from the future of one that is ours.
  if (verified.ok || verified.reason === 'from-the-future') return true;
  log('policy-not-ours', { epoch: stored.epoch, seq: stored.seq, reason: verified.reason });
  return false;
}

/** True when browsers that hold `right` would take `left`. */
export function isHigher(left: PolicyNumbers, right: PolicyNumbers): boolean {
  return left.epoch > right.epoch || (left.epoch === right.epoch && left.seq > right.seq);
}

function higher(left: PolicyNumbers, right: PolicyNumbers | undefined): PolicyNumbers {
  return right !== undefined && isHigher(right, left) ? right : left;
}

/** What a stored policy says. It was checked when it was stored. */
export function readDocument({ envelope }: Pick<StoredPolicy, 'envelope'>): PolicyDocument {
  const { policy } = readSigned({ envelope });
  return PolicyDocument.parse(JSON.parse(new TextDecoder().decode(fromBase64url(policy.payload))));
}

const Headline = z.object({
  ...PolicyDocument.shape,
  policy: z.object({ mode: Policy.shape.mode }),
});

/** What a list says of a stored policy, also of one that was written for another version. */
export function readHeadline({ envelope }: Pick<StoredPolicy, 'envelope'>): z.infer<typeof Headline> {
  const { policy } = readSigned({ envelope });
  return Headline.parse(JSON.parse(new TextDecoder().decode(fromBase64url(policy.payload))));
}

/** Which keys stand behind a stored policy. */
export function readSigners(stored: Pick<StoredPolicy, 'envelope'>): {
  readonly keyid: string;
  readonly rootKeyid: string;
} {
  const { policy, delegation } = readSigned(stored);
  return { keyid: policy.signatures[0]?.keyid ?? '', rootKeyid: delegation.signatures[0]?.keyid ?? '' };
}

export function readSigned({ envelope }: Pick<StoredPolicy, 'envelope'>): SignedPolicy {
  return SignedPolicy.parse(JSON.parse(envelope));
}
