import type { PolicyRefusal } from '../vocabulary/states.ts';
import type { Bytes } from './bytes.ts';
import { Delegation, SignedPolicy, importVerifyKey, open, payloadTypes } from './envelope.ts';
import type { Envelope, KeyRing } from './envelope.ts';
import { PolicyDocument } from './policy.ts';

/** What is already known, so that an old policy cannot come back. */
export interface PolicyFloor {
  readonly orgId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly now: number;
  /** The group of this browser. */
  readonly group?: string | undefined;
  /** For the last good policy, which stays in force when its signer's delegation has ended since. */
  readonly kept?: boolean;
}

export interface Signer {
  readonly keyid: string;
  readonly key: CryptoKey;
}

export type VerifiedPolicy =
  | {
      readonly ok: true;
      readonly document: PolicyDocument;
      readonly delegation: Delegation;
      readonly signer: Signer;
      /** The key of the endpoint: receipts and checkpoints are signed by it. Most often it signed the policy too. */
      readonly endpoint: Signer;
    }
  | { readonly ok: false; readonly reason: PolicyRefusal };

/** Root → delegation → policy, each verified before it is parsed; then organisation, order and time. Whole or not at all. */
export async function verifyPolicy(input: unknown, roots: KeyRing, floor: PolicyFloor): Promise<VerifiedPolicy> {
  if (roots.size === 0) return refuse('no-root-keys');
  const signed = SignedPolicy.safeParse(input);
  if (!signed.success) return refuse('bad-envelope');
  const delegated = await verifyDelegation(signed.data.delegation, roots, floor);
  if (!delegated.ok) return delegated;
  const { delegation } = delegated;
  const signer = { keyid: delegation.keyid, key: delegated.signer };
  const keys = new Map([[signer.keyid, signer.key]]);
  const opened = await open(signed.data.policy, { payloadType: payloadTypes.policy, keys });
  if (!opened.ok) return refuse(opened.reason);
  const document = PolicyDocument.safeParse(parse(opened.body));
  if (!document.success) return refuse('bad-schema');
  // What no root key allowed comes first: a reason that passes with time must not stand for it.
  const reason = beyond(document.data, delegation) ?? misplaced(document.data, floor);
  if (reason !== undefined) return refuse(reason);
  if (signed.data.endpoint === undefined)
    return { ok: true, document: document.data, delegation, signer, endpoint: signer };
  const named = await verifyDelegation(signed.data.endpoint, roots, floor);
  if (!named.ok) return named;
  // Who signs for some groups alone speaks for no endpoint, which serves all of them.
  if (named.delegation.groups !== undefined) return refuse('not-delegated');
  const endpoint = { keyid: named.delegation.keyid, key: named.signer };
  return { ok: true, document: document.data, delegation, signer, endpoint };
}

async function verifyDelegation(envelope: Envelope, roots: KeyRing, floor: PolicyFloor) {
  const opened = await openDelegation(envelope, roots);
  if (!opened.ok) return opened;
  if (opened.delegation.orgId !== floor.orgId) return refuse('wrong-organisation');
  const isOver = Date.parse(opened.delegation.notAfter) < floor.now;
  return floor.kept !== true && isOver ? refuse('delegation-expired') : opened;
}

/** What a root key said about an online key, whenever that was. */
export async function openDelegation(
  envelope: Envelope,
  roots: KeyRing,
): Promise<
  | { readonly ok: true; readonly delegation: Delegation; readonly signer: CryptoKey }
  | { readonly ok: false; readonly reason: PolicyRefusal }
> {
  const opened = await open(envelope, { payloadType: payloadTypes.delegation, keys: roots });
  if (!opened.ok) return refuse(opened.reason);
  const parsed = Delegation.safeParse(parse(opened.body));
  if (!parsed.success) return refuse('bad-schema');
  const signer = await importVerifyKey(parsed.data.publicKey);
  return signer === undefined ? refuse('bad-schema') : { ok: true, delegation: parsed.data, signer };
}

const day = 86_400_000;

function misplaced(document: PolicyDocument, floor: PolicyFloor): PolicyRefusal | undefined {
  if (document.orgId !== floor.orgId) return 'wrong-organisation';
  if (document.group !== undefined && document.group !== floor.group) return 'wrong-group';
  const older = document.epoch < floor.epoch || (document.epoch === floor.epoch && document.seq < floor.seq);
  if (older) return 'rolled-back';
  // A clock that is a little behind is common; a policy from next week is not.
  if (Date.parse(document.issuedAt) > floor.now + day) return 'from-the-future';
  return undefined;
}

/** What the root key did not allow the signer. */
function beyond({ epoch, group }: PolicyDocument, { epoch: last, groups }: Delegation): PolicyRefusal | undefined {
  const isAllowed = groups === undefined || (group !== undefined && groups.includes(group));
  return isAllowed && (last === undefined || epoch <= last) ? undefined : 'not-delegated';
}

function parse(body: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined; // the schema then refuses it
  }
}

function refuse(reason: PolicyRefusal): { readonly ok: false; readonly reason: PolicyRefusal } {
  return { ok: false, reason };
}
