import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { fromBase64url } from '../../lib/contract/bytes.ts';
import type { Bytes } from '../../lib/contract/bytes.ts';
import type { Delegation, Envelope } from '../../lib/contract/envelope.ts';
import { EndpointProblem } from '../problem.ts';

export interface SigningKey {
  readonly keyid: string;
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string;
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
}

/** A key that may sign now, and what a root key said of it. */
export interface Signer extends SigningKey {
  readonly delegation: Envelope;
  readonly granted: Delegation;
}

/** Whose word the endpoint signs by: root keys that are elsewhere, or the trial's own. */
export interface Authority {
  /** Space-separated `kid:base64url`, as browsers pin them. */
  readonly policyRootKeys: string;
  readonly isOffline: boolean;
  /** The key that signs. */
  current(): SigningKey;
  /** The same with its delegation. Throws `NotDelegated` where there is none, or it is over. */
  signer(): Promise<Signer>;
  /** What a root key last said of the key that signs, whenever its end; `undefined` where none did. */
  granted(): Promise<Delegation | undefined>;
  /** The key that waits for its delegation beside the one that signs. */
  next(): SigningKey | undefined;
  /** Makes such a key, where there is none yet. */
  makeNext(): SigningKey;
  /** Takes a delegation to the key that signs, or to the next, which signs from then on. Nothing changes when it is refused. */
  install(envelope: unknown): Promise<Installed>;
  /** Keeps the root keys for the next start. Called when the database is known to go with them. */
  settle(): void;
}

export type Installed =
  | { readonly ok: true; readonly granted: Delegation }
  /** `why` is one sentence. */
  | { readonly ok: false; readonly why: string };

/** Nothing is signed without the word of a root key. */
export class NotDelegated extends EndpointProblem {
  override readonly name = 'NotDelegated';
}

export function newPrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The key of a PKCS#8 text. Its id begins with `prefix` and ends with the start of a hash of its public half. */
export function signingKey(prefix: string, pem: string): SigningKey {
  const key = createPrivateKey(pem);
  const publicKey = publicHalf(key);
  const print = createHash('sha256')
    .update(fromBase64url(publicKey) ?? '')
    .digest('hex');
  return {
    keyid: `${prefix}-${print.slice(0, 12)}`,
    publicKey,
    sign: (bytes) => Promise.resolve(new Uint8Array(sign(null, bytes, key))),
  };
}

/** A public key as managed storage and commands write it. */
export function writeKey({ keyid, publicKey }: Pick<SigningKey, 'keyid' | 'publicKey'>): string {
  return `${keyid}:${publicKey}`;
}

function publicHalf(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an Ed25519 key');
  return x;
}
