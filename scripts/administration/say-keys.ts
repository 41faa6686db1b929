import { fromBase64url } from '../../lib/contract/bytes.ts';
import { Envelope, SignedPolicy } from '../../lib/contract/envelope.ts';
import type { Delegation } from '../../lib/contract/envelope.ts';
import { PolicyDocument } from '../../lib/contract/policy.ts';
import type { Box } from '../../server/keys/key-box.ts';
import { writeKey } from '../../server/keys/signing-keys.ts';
import { parseJson } from '../../server/keys/grant.ts';
import { readDelegation } from '../../server/sign-policy.ts';

export function sayDelegation({ keyid, orgId, notAfter, epoch, groups }: Delegation, root: string): string {
  const reach = epoch === undefined ? 'of every epoch' : `up to epoch ${epoch}`;
  const whom = groups === undefined ? 'all browsers' : `the groups ${groups.join(', ')}`;
  return `The root key ${root} lets ${keyid} sign policies ${reach} for ${whom} of ${orgId}, until ${notAfter}.`;
}

export function sayPolicy(document: PolicyDocument, keyid: string): readonly string[] {
  const { policy, epoch, seq, orgId, author, approver, issuedAt, notAfter, group } = document;
  const effect =
    policy.mode === 'observe' ? 'It only observes: nothing is held, everything is recorded.' : 'It is enforced.';
  return [
    `Policy "${policy.name}", number ${epoch}.${seq}, for ${group === undefined ? 'all browsers' : `the group ${group}`} of ${orgId}.`,
    effect,
    `It has ${policy.rules.length} rules, and ${policy.customRules?.length ?? 0} patterns and ${policy.dictionaries?.length ?? 0} lists of the organisation.`,
    `Written by ${author}, approved by ${approver}.`,
    `Signed by ${keyid} on ${issuedAt}. After ${notAfter} browsers keep it and show it as stale.`,
  ];
}

/** What a signed policy says, verified or not; `undefined` when it cannot be read. */
export function documentOf({ policy }: SignedPolicy): PolicyDocument | undefined {
  return PolicyDocument.safeParse(parseJson(new TextDecoder().decode(fromBase64url(policy.payload)))).data;
}

/** What a file says of itself; `undefined` when it is none of ours. */
export function sayFile(box: Box | undefined, value: unknown): readonly string[] | undefined {
  if (box !== undefined) {
    const kind = box.sluice === 'root-key' ? 'A root key' : 'A signing key';
    return [`${kind}, encrypted under a passphrase. Its public half is`, writeKey(box), unverified];
  }
  const signed = SignedPolicy.safeParse(value).data;
  if (signed !== undefined) {
    const document = documentOf(signed);
    if (document === undefined) return undefined;
    const delegations = [signed.delegation, signed.endpoint].flatMap((each) => (each ? sayEnvelope(each) : []));
    return [...sayPolicy(document, signed.policy.signatures[0]?.keyid ?? ''), ...delegations, unverified];
  }
  const envelope = Envelope.safeParse(value).data;
  const said = envelope === undefined ? [] : sayEnvelope(envelope);
  return said.length === 0 ? undefined : [...said, unverified];
}

const unverified = 'No signature was checked.';

function sayEnvelope(envelope: Envelope): readonly string[] {
  const delegation = readDelegation(envelope);
  return delegation === undefined ? [] : [sayDelegation(delegation, envelope.signatures[0]?.keyid ?? '')];
}
