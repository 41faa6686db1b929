import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { fromBase64url, utf8 } from '../../lib/contract/bytes.ts';
import type { Bytes } from '../../lib/contract/bytes.ts';
import { Delegation, Envelope, importVerifyKey, open, payloadTypes, seal } from '../../lib/contract/envelope.ts';
import type { Clock } from '../workings.ts';
import type { KeyFiles } from './key-files.ts';

export interface SigningKey {
  readonly keyid: string;
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string;
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
}

const day = 86_400_000;
const delegationDays = 90;
/** A delegation with less than this left is made anew. */
const renewalDays = 30;

/** The trial's root key. It lies beside the others, so it is not offline; an organisation keeps its root elsewhere. */
export function openRootKey(files: KeyFiles): SigningKey {
  return signingKey('root', files.readOrMake('root.key', newPrivateKey));
}

export function openOnlineKey(files: KeyFiles): SigningKey {
  return signingKey('online', files.readOrMake('signing.key', newPrivateKey));
}

export interface DelegationOptions {
  readonly files: KeyFiles;
  readonly root: SigningKey;
  readonly online: SigningKey;
  readonly orgId: string;
  readonly clock: Clock;
}

/** What the root key says about the online key: for 90 days, and renewed before it ends. */
export async function currentDelegation(options: DelegationOptions): Promise<Envelope> {
  const { files, clock, root, online, orgId } = options;
  const stored = await readDelegation(files.read('delegation.json'), root);
  const fits = stored?.delegation.orgId === orgId && stored.delegation.publicKey === online.publicKey;
  if (fits && Date.parse(stored.delegation.notAfter) > clock() + renewalDays * day) return stored.envelope;
  const delegation: Delegation = {
    orgId,
    keyid: online.keyid,
    publicKey: online.publicKey,
    notAfter: new Date(clock() + delegationDays * day).toISOString(),
  };
  const envelope = await seal({
    payloadType: payloadTypes.delegation,
    body: utf8(JSON.stringify(delegation)),
    keyid: root.keyid,
    sign: root.sign,
  });
  const text = JSON.stringify(envelope);
  if (files.read('delegation.json') === undefined) {
    // Of several processes that start at once, all go on with the first one's.
    const first = await readDelegation(
      files.readOrMake('delegation.json', () => text),
      root,
    );
    return first?.envelope ?? envelope;
  }
  files.replace('delegation.json', text);
  return envelope;
}

async function readDelegation(text: string | undefined, root: SigningKey) {
  const envelope = Envelope.safeParse(parse(text ?? ''));
  const key = await importVerifyKey(root.publicKey);
  if (!envelope.success || key === undefined) return undefined;
  const keys = new Map([[root.keyid, key]]);
  const opened = await open(envelope.data, { payloadType: payloadTypes.delegation, keys });
  if (!opened.ok) return undefined;
  const delegation = Delegation.safeParse(parse(new TextDecoder().decode(opened.body)));
  return delegation.success ? { envelope: envelope.data, delegation: delegation.data } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a new one is made
  }
}

function newPrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function signingKey(prefix: string, pem: string): SigningKey {
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

function publicHalf(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an Ed25519 key');
  return x;
}
