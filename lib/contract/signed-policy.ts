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
  /** For the last good policy, which stays in force when its signer's delegation has ended since. */
  readonly kept?: boolean;
}

export type VerifiedPolicy =
  | {
      readonly ok: true;
      readonly document: PolicyDocument;
      readonly delegation: Delegation;
      readonly signer: CryptoKey;
    }
  | { readonly ok: false; readonly reason: PolicyRefusal };

/** Root → delegation → policy, each verified before it is parsed; then organisation, order and time. Whole or not at all. */
export async function verifyPolicy(input: unknown, roots: KeyRing, floor: PolicyFloor): Promise<VerifiedPolicy> {
  if (roots.size === 0) return refuse('no-root-keys');
  const signed = SignedPolicy.safeParse(input);
  if (!signed.success) return refuse('bad-envelope');
  const delegated = await verifyDelegation(signed.data, roots, floor);
  if (!delegated.ok) return delegated;
  const { delegation, signer } = delegated;
  const keys = new Map([[delegation.keyid, signer]]);
  const opened = await open(signed.data.policy, { payloadType: payloadTypes.policy, keys });
  if (!opened.ok) return refuse(opened.reason);
  const document = PolicyDocument.safeParse(parse(opened.body));
  if (!document.success) return refuse('bad-schema');
  const reason = misplaced(document.data, floor);
  return reason === undefined ? { ok: true, document: document.data, delegation, signer } : refuse(reason);
}

async function verifyDelegation(signed: SignedPolicy, roots: KeyRing, floor: PolicyFloor) {
  const opened = await openDelegation(signed.delegation, roots);
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
  const older = document.epoch < floor.epoch || (document.epoch === floor.epoch && document.seq < floor.seq);
  if (older) return 'rolled-back';
  // A clock that is a little behind is common; a policy from next week is not.
  if (Date.parse(document.issuedAt) > floor.now + day) return 'from-the-future';
  return undefined;
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
