import { toBase64url } from '../../lib/contract/bytes.ts';
import type { Bytes } from '../../lib/contract/bytes.ts';
import { receiptMessage } from '../../lib/contract/chain.ts';
import type { Envelope } from '../../lib/contract/envelope.ts';
import type { Receipt } from '../../lib/contract/incident.ts';
import type { Clock } from '../workings.ts';
import { auditMark } from './audit-mark.ts';
import type { AuditMark } from './audit-mark.ts';
import { mintBearer, readBearer } from './bearer-token.ts';
import { openKeyFiles, randomSecret } from './key-files.ts';
import type { KeyFiles } from './key-files.ts';
import { periodKeys } from './period-keys.ts';
import { policyMark } from './policy-mark.ts';
import type { PolicyMark } from './policy-mark.ts';
import { revocationFile } from './revocation-file.ts';
import type { RevocationFile } from './revocation-file.ts';
import { openText, sealText } from './sealed-text.ts';
import { offlineRoots, rootKeysFile } from './offline-roots.ts';
import { ownRoot } from './own-root.ts';
import type { Authority } from './signing-keys.ts';

/** Everything that is secret, and none of it in the database. Processes that share a database share this folder's files. */
export interface Keys extends Authority {
  /** Of the key that signs policies and receipts. */
  readonly keyid: string;
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
  delegation(): Promise<Envelope>;
  signReceipt(state: Pick<Receipt, 'chain' | 'count' | 'head'>): Promise<Receipt>;
  /** The name that an installation has during the 30 days around `at` (ISO 8601): 80 bits, hex. */
  pseudonym(installId: string, at: string): string;
  /** The names that an installation has under all keys that live, of the periods until the one of `moment`. */
  pseudonymsUntil(installId: string, moment: number): readonly string[];
  /** The mark that a pseudonym leaves on one value of a day (`YYYY-MM-DD`), so that people are counted once: 80 bits, hex. */
  countMark(value: { readonly day: string; readonly scope: string; readonly pseudonym: string }): string;
  /** Destroys the keys of pseudonyms and marks of all periods that were over at `moment`. They are never made anew. */
  destroyPeriodsBefore(moment: number): void;
  /** True when the keys of the period around `at` (ISO 8601) were destroyed: nothing of it can be taken any more. */
  isDestroyed(at: string): boolean;
  mintBearer(installId: string): string;
  readBearer(token: string): string | undefined;
  seal(text: string, label: string): string;
  unseal(sealed: string, label: string): string | undefined;
  readonly auditMark: AuditMark;
  readonly policyMark: PolicyMark;
  readonly revocations: RevocationFile;
  /** The trial's enrolment token, the same at each start. `renew` puts a new one in its place. */
  enrolmentToken(renew?: 'renew'): string;
}

export interface KeyOptions {
  readonly orgId: string;
  readonly clock: Clock;
  /** Root keys that are elsewhere; those of the last start where they are left out, or else one that is made here. */
  readonly rootKeys?: string | undefined;
}

export function openKeys(folder: string, { orgId, clock, ...given }: KeyOptions): Keys {
  const files = openKeyFiles(folder);
  const rootKeys = given.rootKeys ?? files.read(rootKeysFile);
  const authority =
    rootKeys === undefined ? ownRoot(files, { orgId, clock }) : offlineRoots(files, { orgId, clock, rootKeys });
  const tokenKey = secretBytes(files, 'token.key');
  const sealingKey = secretBytes(files, 'sealing.key');
  return {
    ...authority,
    get keyid() {
      return authority.current().keyid;
    },
    sign: (bytes) => authority.current().sign(bytes),
    delegation: async () => (await authority.signer()).delegation,
    // Also after the end of the delegation: browsers keep the policy that names this key, and would only wait.
    async signReceipt(state) {
      const { keyid, sign } = authority.current();
      return { ...state, keyid, signature: toBase64url(await sign(receiptMessage(state))) };
    },
    ...periodKeys(files),
    mintBearer: (installId) => mintBearer(tokenKey, installId, clock()),
    readBearer: (token) => readBearer(tokenKey, token, clock()),
    seal: (text, label) => sealText(sealingKey, text, label),
    unseal: (sealed, label) => openText(sealingKey, sealed, label),
    auditMark: auditMark(files),
    policyMark: policyMark(files),
    revocations: revocationFile(files),
    enrolmentToken(renew) {
      if (renew !== undefined) files.replace('enrolment-token', randomSecret());
      return files.readOrMake('enrolment-token', randomSecret);
    },
  };
}

function secretBytes(files: KeyFiles, name: string): Buffer {
  return Buffer.from(files.readOrMake(name, randomSecret), 'base64url');
}
