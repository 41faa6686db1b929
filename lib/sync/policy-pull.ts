import { SignedPolicy, readRootKeys } from '../contract/envelope.ts';
import type { MembershipFields, StoredPolicy } from '../contract/membership.ts';
import { verifyPolicy } from '../contract/signed-policy.ts';
import type { VerifiedPolicy } from '../contract/signed-policy.ts';
import type { Item } from '../storage/items.ts';
import type { PolicyRefusal } from '../vocabulary/states.ts';
import { failureOf } from './enrol.ts';
import type { Session } from './session.ts';

/** What managed storage says about the oldest policy that may be in force. */
export interface Floor {
  readonly minPolicyEpoch?: number | undefined;
  readonly minPolicySeq?: number | undefined;
}

type Good = VerifiedPolicy & { readonly ok: true };

export interface PolicyStore {
  /** The last good policy, verified anew; `undefined` where there is none. */
  readonly load: (membership: MembershipFields, floor: Floor) => Promise<Good | undefined>;
  /** Fetches the current one. A refused one changes nothing but the reason. */
  readonly pull: (membership: MembershipFields, floor: Floor, session: Session) => Promise<PullResult>;
}

export type PullResult =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'new'; readonly policy: Good }
  | { readonly kind: 'refused'; readonly reason: PolicyRefusal }
  | { readonly kind: 'failed'; readonly reason: 'unreachable' | 'refused' };

export function createPolicyStore(item: Item<StoredPolicy>, now: () => number): PolicyStore {
  const verify = async (signed: unknown, membership: MembershipFields, floor: Floor & { readonly kept?: boolean }) => {
    const roots = await readRootKeys(membership.rootKeys);
    const { minPolicyEpoch: epoch = 0, minPolicySeq: seq = 0, kept = false } = floor;
    return verifyPolicy(signed, roots, { orgId: membership.orgId, epoch, seq, now: now(), kept });
  };
  const load: PolicyStore['load'] = async (membership, floor) => {
    const stored = await item.get();
    const verified = stored && (await verify(stored.signed, membership, { ...floor, kept: true }));
    return verified?.ok === true ? verified : undefined;
  };
  return {
    load,
    async pull(membership, floor, session) {
      const stored = await item.get();
      const last = await load(membership, floor);
      const headers: Record<string, string> = stored && last ? { 'if-none-match': stored.etag } : {};
      const called = await session.call({ method: 'GET', path: '/v1/policy', headers });
      if (!called.ok) return { kind: 'failed', reason: called.reason };
      const { status, json, headers: answered } = called.answer;
      if (status === 304) return { kind: 'unchanged' };
      if (status !== 200) return { kind: 'failed', reason: failureOf(status).reason };
      const verified = await verify(json, membership, raised(floor, last));
      if (!verified.ok) return { kind: 'refused', reason: verified.reason };
      const signed = SignedPolicy.safeParse(json);
      if (!signed.success) return { kind: 'refused', reason: 'bad-envelope' };
      const same =
        last && last.document.epoch === verified.document.epoch && last.document.seq === verified.document.seq;
      if (same && stored && stored.signed.policy.payload !== signed.data.policy.payload)
        return { kind: 'refused', reason: 'rolled-back' };
      await item.set({ signed: signed.data, etag: answered.get('etag') ?? '' });
      return same ? { kind: 'unchanged' } : { kind: 'new', policy: verified };
    },
  };
}

/** Never below what was in force before. */
function raised(floor: Floor, last: Good | undefined): Floor {
  if (!last) return floor;
  const { epoch, seq } = last.document;
  const { minPolicyEpoch = 0, minPolicySeq = 0 } = floor;
  const above = minPolicyEpoch > epoch || (minPolicyEpoch === epoch && minPolicySeq > seq);
  return above ? floor : { minPolicyEpoch: epoch, minPolicySeq: seq };
}
