import { createHash } from 'node:crypto';
import { fromBase64url } from '../lib/contract/bytes.ts';
import { readRootKeys } from '../lib/contract/envelope.ts';
import { verifyPolicy } from '../lib/contract/signed-policy.ts';
import type { VerifiedPolicy } from '../lib/contract/signed-policy.ts';
import type { Marked } from './keys/policy-mark.ts';
import { readSigned } from './read-policy.ts';
import { findPolicy, isHigher } from './store/policies.ts';
import type { PolicyNumbers, StoredPolicy } from './store/policies.ts';
import type { Workings } from './workings.ts';

/** Remembers, outside the database, a policy that was just committed. What does not verify is not remembered. */
export async function rememberPolicy(workings: Workings, { epoch, seq }: PolicyNumbers): Promise<void> {
  const stored = await findPolicy(workings.db, epoch, seq);
  if (stored !== undefined && (await verify(workings, stored, false)).ok) workings.keys.policyMark.keep(markOf(stored));
}

export function markOf(stored: StoredPolicy): Marked {
  const { payload } = readSigned(stored).policy;
  const bytes = fromBase64url(payload) ?? new Uint8Array();
  return { epoch: stored.epoch, seq: stored.seq, digest: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * True when the endpoint may sign a stored policy anew. Whoever can only write to the database, or has a key of before besides, would
 * else have theirs signed by the key of today. So it is the one that was remembered, whenever its delegation ended; or a newer one by
 * the key of today, as a crash between commit and memory leaves it. An endpoint that remembers none yet takes whatever keys of ours
 * signed at any time.
 */
export async function isOurs(workings: Workings, stored: StoredPolicy): Promise<boolean> {
  const { keys, log } = workings;
  const mark = keys.policyMark.read();
  const isRemembered = mark === undefined || isSame(mark, markOf(stored));
  const verified = await verify(workings, stored, isRemembered);
  // A clock that went back makes a policy from the future of one that is ours.
  const holds = verified.ok || verified.reason === 'from-the-future';
  if (isRemembered && holds) return true;
  if (verified.ok && isHigher(stored, mark ?? stored) && verified.delegation.publicKey === keys.current().publicKey)
    return true;
  const reason = verified.ok || holds ? 'not-remembered' : verified.reason;
  log('policy-not-ours', { epoch: stored.epoch, seq: stored.seq, reason });
  return false;
}

function isSame(left: Marked, right: Marked): boolean {
  return left.epoch === right.epoch && left.seq === right.seq && left.digest === right.digest;
}

async function verify({ keys, orgId, clock }: Workings, stored: StoredPolicy, kept: boolean): Promise<VerifiedPolicy> {
  const floor = { orgId, epoch: stored.epoch, seq: stored.seq, now: clock(), kept };
  return verifyPolicy(readSigned(stored), await readRootKeys(keys.policyRootKeys), floor);
}
