import { writeKey, newPrivateKey, signingKey } from '../keys/signing-keys.ts';
import type { SigningKey } from '../keys/signing-keys.ts';
import { grant } from '../keys/grant.ts';
import type { BoxKey, BoxKind } from '../keys/key-box.ts';
import { orgId } from './endpoint.ts';

/** A key as it comes out of its encrypted file. */
export function newBoxKey(kind: BoxKind): BoxKey {
  return { ...signingKey(kind, newPrivateKey()), kind };
}

/** A root key that no endpoint holds. */
export class TestRoot {
  readonly key = newBoxKey('root');
  readonly pinned = writeKey(this.key);

  /** What it says of another key: for 90 days and epoch 1, unless `change` says otherwise. */
  delegate({ keyid, publicKey }: SigningKey, now: number, change: object = {}) {
    const notAfter = new Date(now + 90 * 86_400_000).toISOString();
    return grant(this.key, { orgId, keyid, publicKey, notAfter, epoch: 1, ...change });
  }
}
