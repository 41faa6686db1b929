import type { Blobs, Policy, PolicyDocument } from '../lib/contract/policy.ts';
import { SignedPolicy, readRootKeys } from '../lib/contract/envelope.ts';
import { verifyPolicy } from '../lib/contract/signed-policy.ts';
import { sayProblem } from '../lib/dlp/organisation/custom-rule.ts';
import { beforeCompiling, compilePolicy } from '../lib/policy/compile.ts';
import type { PolicyRefusal } from '../lib/vocabulary/states.ts';
import { UnknownBlob, holdBlobs } from './policy-blobs.ts';
import { notePolicyBlobs } from './store/blob-uses.ts';
import type { Queries } from './store/database.ts';
import { addPolicy, currentPolicy, isHigher } from './store/policies.ts';
import type { Workings } from './workings.ts';

export type Imported =
  | { readonly ok: true; readonly document: PolicyDocument; readonly keyid: string }
  /** `why` is one sentence. */
  | { readonly ok: false; readonly why: string };

/** Their columns have four bytes. */
const largestNumber = 2_000_000_000;

/**
 * Puts a policy in force that was signed elsewhere, by a root key or by a key that one delegated. The signature stands for the second
 * person: whoever is at the console cannot make it. Within a transaction; the caller adds to the audit log, and
 * remembers the policy once it is committed.
 */
export async function importWithin(
  queries: Queries,
  workings: Pick<Workings, 'keys' | 'orgId' | 'clock'>,
  value: unknown,
): Promise<Imported> {
  const { keys, orgId, clock } = workings;
  const signed = SignedPolicy.safeParse(value);
  if (!signed.success) return refuse(sentences['bad-envelope']);
  const { policy, delegation } = signed.data; // who signs receipts here is known better here
  const last = (await currentPolicy(queries)) ?? keys.policyMark.read() ?? { epoch: 0, seq: 0 };
  const floor = { orgId, epoch: last.epoch, seq: last.seq, now: clock() };
  const verified = await verifyPolicy({ policy, delegation }, await readRootKeys(keys.policyRootKeys), floor);
  if (!verified.ok) return refuse(sentences[verified.reason]);
  const { document, signer } = verified;
  const blobs = await knownBlobs(queries, document.policy, clock());
  if (typeof blobs === 'string') return refuse(blobs);
  const why = await misfit(document, { last, now: clock(), blobs });
  if (why !== undefined) return refuse(why);
  if (verified.delegation.publicKey === keys.current().publicKey)
    return refuse('The endpoint’s own key signed this policy: two people publish it in the console.');
  const envelope = { policy, delegation, endpoint: await keys.delegation() };
  const { epoch, seq } = document;
  if (!(await addPolicy(queries, { epoch, seq, signed: envelope }))) return refuse(sentences['rolled-back']);
  await notePolicyBlobs(queries, document, Object.keys(blobs));
  return { ok: true, document, keyid: signer.keyid };
}

/** The lists that a policy names, or a sentence about one that was not uploaded. */
async function knownBlobs(queries: Queries, policy: Policy, now: number): Promise<Blobs | string> {
  try {
    return await holdBlobs(queries, policy, now);
  } catch (error) {
    if (error instanceof UnknownBlob) return error.message;
    throw error;
  }
}

interface Place {
  readonly last: { readonly epoch: number; readonly seq: number };
  readonly now: number;
  readonly blobs: Blobs;
}

async function misfit(document: PolicyDocument, { last, now, blobs }: Place): Promise<string | undefined> {
  const { epoch, seq, author, approver, notAfter, policy } = document;
  if (!isHigher(document, last)) return sentences['rolled-back'];
  if (Math.max(epoch, seq) > largestNumber) return `Epoch and number may be ${largestNumber} at most.`;
  if (Date.parse(notAfter) <= now) return 'The policy is past its end.';
  if (isSamePerson(author, approver)) return 'The policy names one person as author and approver; it takes two.';
  await beforeCompiling(policy);
  const [problem] = compilePolicy(policy, { blobs }).problems;
  return problem && `The policy has a rule that cannot run: ${sayProblem(problem)}.`;
}

/** True for names that differ in case and spaces only. */
export function isSamePerson(author: string, approver: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(author) === plain(approver);
}

function refuse(why: string): Imported {
  return { ok: false, why };
}

/** Why a signed policy is not taken, to the person who brings it. */
export const sentences: Readonly<Record<PolicyRefusal, string>> = {
  'no-root-keys': 'No root keys are given.',
  'bad-envelope': 'This is no signed policy.',
  'bad-signature': 'A signature does not hold.',
  'unknown-key': 'No pinned root key stands behind the signature.',
  'delegation-expired': 'The delegation of the key that signed the policy is over.',
  'wrong-organisation': 'The policy is for another organisation.',
  'rolled-back': 'Browsers hold this number, or a later one, already: sign the policy with a higher number.',
  'not-delegated': 'The root key did not allow its signer to sign such a policy: another epoch, or other groups.',
  'wrong-group': 'The policy is for one group of browsers, and this endpoint serves all of them.',
  'dictionary-missing': 'A list that the policy names was not uploaded.',
  'dictionary-corrupt': 'A list that the policy names is damaged.',
  'from-the-future': 'The policy was signed in the future: a clock is wrong.',
  'bad-schema': 'The policy has parts that this version does not know.',
};
