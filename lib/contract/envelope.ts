import * as z from 'zod/mini';
import { concat, fromBase64url, toBase64url, utf8 } from './bytes.ts';
import type { Bytes } from './bytes.ts';

const { subtle } = globalThis.crypto;
const groupName = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
const kid = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Largest payload in base64url: a policy with a list of about 100,000 terms. */
export const longestPayload = 2_000_000;

/** A DSSE envelope: the signature is over the exact bytes, so nothing is parsed before it is verified. */
export const Envelope = z.strictObject({
  payloadType: z.string().check(z.maxLength(100)),
  payload: z.string().check(z.maxLength(longestPayload)),
  signatures: z
    .array(z.strictObject({ keyid: kid, sig: z.string().check(z.maxLength(128)) }))
    .check(z.minLength(1), z.maxLength(4)),
});
export type Envelope = z.infer<typeof Envelope>;

/** A signed policy as it travels: the policy's envelope, and the root's delegation to the key that signed it. */
export const SignedPolicy = z.strictObject({
  policy: Envelope,
  delegation: Envelope,
  /** The root's delegation to the endpoint's own key, where another one signed the policy: it signs receipts and checkpoints. */
  endpoint: z.optional(Envelope),
});
export type SignedPolicy = z.infer<typeof SignedPolicy>;

/** What an offline root key says about an online one. */
export const Delegation = z.strictObject({
  orgId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  keyid: kid,
  /** Ed25519 public key, 32 bytes, base64url. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  notAfter: z.iso.datetime(),
  /** It signs no policy of a later epoch: only a root key can lift browsers above all that a stolen key signed. */
  epoch: z.optional(z.int().check(z.gte(1))),
  /** It signs policies for these groups alone, and none for everybody. */
  groups: z.optional(z.array(groupName).check(z.minLength(1), z.maxLength(50))),
});
export type Delegation = z.infer<typeof Delegation>;

export const payloadTypes = {
  policy: 'application/vnd.sluice.policy+json',
  delegation: 'application/vnd.sluice.delegation+json',
  receipt: 'application/vnd.sluice.receipt+json',
  auditCheckpoint: 'application/vnd.sluice.audit-checkpoint+json',
} as const;

/** A verification key by its id. */
export type KeyRing = ReadonlyMap<string, CryptoKey>;

/**
 * DSSE v1 pre-authentication encoding: `DSSEv1 SP len(type) SP type SP len(body) SP body`, lengths in bytes.
 * https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */
export function preAuthEncoding(payloadType: string, body: Uint8Array): Bytes {
  const type = utf8(payloadType);
  return concat(utf8(`DSSEv1 ${type.length} `), type, utf8(` ${body.length} `), body);
}

export async function importVerifyKey(publicKey: string): Promise<CryptoKey | undefined> {
  const raw = fromBase64url(publicKey);
  if (raw?.length !== 32) return undefined;
  return subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
}

/** Reads `kid:base64url kid:base64url …`; a malformed entry makes the whole list empty, so that a typing error never weakens it. */
export async function readRootKeys(text: string): Promise<KeyRing> {
  const keys = new Map<string, CryptoKey>();
  for (const [keyid, publicKey] of rootKeyEntries(text)) {
    const key = await importVerifyKey(publicKey);
    if (key === undefined || !kid.safeParse(keyid).success) return new Map();
    keys.set(keyid, key);
  }
  return keys;
}

/** The id and the public key (base64url) of each root key, unchecked. */
export function rootKeyEntries(text: string): readonly (readonly [keyid: string, publicKey: string])[] {
  const entries = text.split(/\s+/).filter(Boolean);
  return entries.map((entry) => {
    const [keyid = '', publicKey = ''] = entry.split(':');
    return [keyid, publicKey];
  });
}

/** Signs `body` with one key. `sign` returns the 64 bytes of an Ed25519 signature. */
export async function seal(options: {
  readonly payloadType: string;
  readonly body: Bytes;
  readonly keyid: string;
  readonly sign: (bytes: Bytes) => Promise<Uint8Array>;
}): Promise<Envelope> {
  const { payloadType, body, keyid, sign } = options;
  const signature = await sign(preAuthEncoding(payloadType, body));
  return {
    payloadType,
    payload: toBase64url(body),
    signatures: [{ keyid, sig: toBase64url(signature) }],
  };
}

/** The verified bytes of an envelope, and whose signature holds; a reason when its type is another, no key is known or no signature holds. */
export async function open(
  envelope: Envelope,
  expected: { readonly payloadType: string; readonly keys: KeyRing },
): Promise<
  { ok: true; body: Bytes; keyid: string } | { ok: false; reason: 'bad-envelope' | 'unknown-key' | 'bad-signature' }
> {
  if (envelope.payloadType !== expected.payloadType) return { ok: false, reason: 'bad-envelope' };
  const body = fromBase64url(envelope.payload);
  if (body === undefined) return { ok: false, reason: 'bad-envelope' };
  const known = envelope.signatures.filter(({ keyid }) => expected.keys.has(keyid));
  if (known.length === 0) return { ok: false, reason: 'unknown-key' };
  const message = preAuthEncoding(envelope.payloadType, body);
  for (const { keyid, sig } of known) {
    const key = expected.keys.get(keyid);
    const signature = fromBase64url(sig);
    if (key && signature && (await subtle.verify({ name: 'Ed25519' }, key, signature, message)))
      return { ok: true, body, keyid };
  }
  return { ok: false, reason: 'bad-signature' };
}
