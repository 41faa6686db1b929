import type { Policy, PolicyRule } from '../contract/policy.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { PolicyRefusal } from '../vocabulary/states.ts';
import type { GoodPolicy } from './policy-pull.ts';

export interface BaseInputs {
  readonly signed: GoodPolicy | undefined;
  /** The `policy` of managed storage, parsed. */
  readonly managed: Policy | undefined;
  readonly builtIn: Policy;
  readonly refused: PolicyRefusal | undefined;
  readonly onStale: 'keep' | 'strict';
  /** As managed storage names it. */
  readonly group: string | undefined;
  readonly now: number;
}

/** The one base policy: the signed one, else the managed one, else the built-in. They are never merged. */
export function basePolicy({ signed, managed, builtIn, refused, onStale, group, now }: BaseInputs): PolicyInForce {
  const always = { ...(group === undefined ? {} : { group }), ...(refused === undefined ? {} : { refused }) };
  if (signed) {
    const { policy, epoch, seq, author, approver, issuedAt, notAfter } = signed.document;
    const stale = Date.parse(notAfter) < now;
    const inForce = stale && onStale === 'strict' ? strict(policy) : policy;
    const numbers = { source: 'endpoint', epoch, seq, author, approver, issuedAt, notAfter } as const;
    const lists = Object.keys(signed.blobs).length > 0 ? { blobs: signed.blobs } : {};
    return { policy: inForce, ...numbers, stale, ...lists, ...always };
  }
  const policy = managed ?? builtIn;
  return { policy, source: managed ? 'managed' : 'built-in', epoch: 0, seq: 0, stale: false, ...always };
}

/** True where nobody needs to be told. Lists are named by their hash, so their millions of characters need no comparison. */
export function isSamePolicy(one: PolicyInForce, other: PolicyInForce): boolean {
  const textOf = ({ blobs = {}, ...rest }: PolicyInForce) => JSON.stringify({ ...rest, blobs: Object.keys(blobs) });
  return textOf(one) === textOf(other);
}

/** After its end, where IT chose so, every finding of a stale policy is held: nothing may be sent as it is. */
function strict(policy: Policy): Policy {
  const rules = policy.rules.map((rule) => (rule.action === 'block' ? rule : { ...rule, action: 'redact' as const }));
  const anythingElse: PolicyRule = { id: 'stale-policy', when: {}, action: 'redact' };
  return {
    ...policy,
    mode: 'enforce',
    unreadable: 'block',
    onFailure: 'hold',
    autoRedact: false,
    rules: [...rules, anythingElse],
  };
}
