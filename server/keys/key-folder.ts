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
import { revocationFile } from './revocation-file.ts';
import type { RevocationFile } from './revocation-file.ts';
import { openText, sealText } from './sealed-text.ts';
import { currentDelegation, openOnlineKey, openRootKey } from './signing-keys.ts';
import type { SigningKey } from './signing-keys.ts';

/** Everything that is secret, and none of it in the database. Processes that share a database share this folder's files. */
export interface Keys {
  /** Space-separated `kid:base64url`, as browsers pin them. */
  readonly policyRootKeys: string;
  /** The key that signs policies and receipts. */
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
  readonly revocations: RevocationFile;
  /** The key behind `sign`. */
  readonly online: SigningKey;
  /** The trial's enrolment token, the same at each start. `renew` puts a new one in its place. */
  enrolmentToken(renew?: 'renew'): string;
}

export function openKeys(folder: string, { orgId, clock }: { readonly orgId: string; readonly clock: Clock }): Keys {
  const files = openKeyFiles(folder);
  const root = openRootKey(files);
  const online = openOnlineKey(files);
  const tokenKey = secretBytes(files, 'token.key');
  const sealingKey = secretBytes(files, 'sealing.key');
  return {
    policyRootKeys: `${root.keyid}:${root.publicKey}`,
    keyid: online.keyid,
    sign: online.sign,
    delegation: () => currentDelegation({ files, root, online, orgId, clock }),
    async signReceipt(state) {
      const signature = toBase64url(await online.sign(receiptMessage(state)));
      return { ...state, keyid: online.keyid, signature };
    },
    ...periodKeys(files),
    mintBearer: (installId) => mintBearer(tokenKey, installId, clock()),
    readBearer: (token) => readBearer(tokenKey, token, clock()),
    seal: (text, label) => sealText(sealingKey, text, label),
    unseal: (sealed, label) => openText(sealingKey, sealed, label),
    auditMark: auditMark(files),
    revocations: revocationFile(files),
    online,
    enrolmentToken(renew) {
      if (renew !== undefined) files.replace('enrolment-token', randomSecret());
      return files.readOrMake('enrolment-token', randomSecret);
    },
  };
}

function secretBytes(files: KeyFiles, name: string): Buffer {
  return Buffer.from(files.readOrMake(name, randomSecret), 'base64url');
}
