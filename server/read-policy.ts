import * as z from 'zod/mini';
import { fromBase64url } from '../lib/contract/bytes.ts';
import { Delegation, SignedPolicy } from '../lib/contract/envelope.ts';
import { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import type { StoredPolicy } from './store/policies.ts';

/** What a stored policy says. It was checked when it was stored. */
export function readDocument({ envelope }: Pick<StoredPolicy, 'envelope'>): PolicyDocument {
  const { policy } = readSigned({ envelope });
  return PolicyDocument.parse(JSON.parse(new TextDecoder().decode(fromBase64url(policy.payload))));
}

/** What people read of a policy that this version of the endpoint cannot read. */
export const unreadableSentence =
  'The policy in force was written for another version of Sluice; browsers get it unchanged until another is published.';

/** The same, or `undefined` for a policy that another version wrote, or that somebody changed in the database. */
export function readIfKnown(stored: Pick<StoredPolicy, 'envelope'>): PolicyDocument | undefined {
  try {
    return readDocument(stored);
  } catch {
    return undefined; // the caller says so
  }
}

const Retention = z.object({
  policy: z.object({ incidents: z.object({ retentionDays: Policy.shape.incidents.shape.retentionDays }) }),
});

/** How long incidents are kept, also by a policy that is otherwise unreadable; `undefined` where that is unreadable too. */
export function readRetention(stored: Pick<StoredPolicy, 'envelope'>): number | undefined {
  try {
    const { payload } = readSigned(stored).policy;
    const read = Retention.safeParse(JSON.parse(new TextDecoder().decode(fromBase64url(payload))));
    return read.data?.policy.incidents.retentionDays;
  } catch {
    return undefined;
  }
}

const Headline = z.object({
  ...PolicyDocument.shape,
  policy: z.object({ mode: Policy.shape.mode }),
});

/** What a list says of a stored policy, also of one that was written for another version. */
export function readHeadline({ envelope }: Pick<StoredPolicy, 'envelope'>): z.infer<typeof Headline> | undefined {
  try {
    const { policy } = readSigned({ envelope });
    return Headline.safeParse(JSON.parse(new TextDecoder().decode(fromBase64url(policy.payload)))).data;
  } catch {
    return undefined;
  }
}

const Issue = z.object({ issuedAt: PolicyDocument.shape.issuedAt });

/** When a stored policy was signed, milliseconds since 1970, also of one for another version; `undefined` where it cannot be read. */
export function readIssue(stored: Pick<StoredPolicy, 'envelope'>): number | undefined {
  try {
    const { payload } = readSigned(stored).policy;
    return Date.parse(Issue.parse(JSON.parse(new TextDecoder().decode(fromBase64url(payload)))).issuedAt);
  } catch {
    return undefined;
  }
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

/** When the delegation that a stored policy came with ends, milliseconds since 1970; `undefined` where it cannot be read. */
export function readDelegationEnd(stored: Pick<StoredPolicy, 'envelope'>): number | undefined {
  try {
    const { payload } = readSigned(stored).delegation;
    return Date.parse(Delegation.parse(JSON.parse(new TextDecoder().decode(fromBase64url(payload)))).notAfter);
  } catch {
    return undefined;
  }
}
