import * as z from 'zod/mini';
import { fromBase64url } from '../lib/contract/bytes.ts';
import { Delegation, SignedPolicy } from '../lib/contract/envelope.ts';
import type { Envelope } from '../lib/contract/envelope.ts';
import { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import type { StoredPolicy } from './store/policies.ts';

/** What a stored policy says. It was checked when it was stored. */
export function readDocument(stored: Pick<StoredPolicy, 'envelope'>): PolicyDocument {
  return PolicyDocument.parse(payloadOf(readSigned(stored).policy));
}

function payloadOf({ payload }: Envelope): unknown {
  return JSON.parse(new TextDecoder().decode(fromBase64url(payload)));
}

/** A part of what a stored policy, or the delegation that it came with, says; `undefined` where it cannot be read. */
function readPart<Schema extends z.core.$ZodType>(
  schema: Schema,
  stored: Pick<StoredPolicy, 'envelope'>,
  of: 'policy' | 'delegation' = 'policy',
): z.output<Schema> | undefined {
  try {
    return z.safeParse(schema, payloadOf(readSigned(stored)[of])).data;
  } catch {
    return undefined; // no envelope, or no JSON in it
  }
}

/** What people read of a policy that this version of the endpoint cannot read. */
export const unreadableSentence =
  'The policy in force was written for another version of Sluice; browsers get it unchanged until another is published.';

/** The same, or `undefined` for a policy that another version wrote, or that somebody changed in the database. */
export function readIfKnown(stored: Pick<StoredPolicy, 'envelope'>): PolicyDocument | undefined {
  return readPart(PolicyDocument, stored);
}

const Retention = z.object({
  policy: z.object({ incidents: z.object({ retentionDays: Policy.shape.incidents.shape.retentionDays }) }),
});

/** How long incidents are kept, also by a policy that is otherwise unreadable; `undefined` where that is unreadable too. */
export function readRetention(stored: Pick<StoredPolicy, 'envelope'>): number | undefined {
  return readPart(Retention, stored)?.policy.incidents.retentionDays;
}

const Headline = z.object({
  ...PolicyDocument.shape,
  policy: z.object({ mode: Policy.shape.mode }),
});

/** What a list says of a stored policy, also of one that was written for another version. */
export function readHeadline(stored: Pick<StoredPolicy, 'envelope'>): z.infer<typeof Headline> | undefined {
  return readPart(Headline, stored);
}

const Issue = z.object({ issuedAt: PolicyDocument.shape.issuedAt });

/** When a stored policy was signed, milliseconds since 1970, also of one for another version; `undefined` where it cannot be read. */
export function readIssue(stored: Pick<StoredPolicy, 'envelope'>): number | undefined {
  const issue = readPart(Issue, stored);
  return issue && Date.parse(issue.issuedAt);
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
  const delegation = readPart(Delegation, stored, 'delegation');
  return delegation && Date.parse(delegation.notAfter);
}
