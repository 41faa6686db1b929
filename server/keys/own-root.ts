import type { Delegation } from '../../lib/contract/envelope.ts';
import type { Clock } from '../workings.ts';
import { grant, parseJson, readGrant } from './grant.ts';
import type { KeyFiles } from './key-files.ts';
import { newPrivateKey, signingKey, writeKey } from './signing-keys.ts';
import type { Authority, Signer, SigningKey } from './signing-keys.ts';

const day = 86_400_000;
const delegationDays = 90;
/** A delegation with less than this left is made anew. */
const renewalDays = 30;

/** The trial's root key. It lies beside the others, so it is not offline; an organisation keeps its root elsewhere. */
export function openRootKey(files: KeyFiles): SigningKey {
  return signingKey('root', files.readOrMake('root.key', newPrivateKey));
}

export interface OwnRootOptions {
  readonly orgId: string;
  readonly clock: Clock;
}

/** The authority of a trial: the root key lies in the folder and delegates whenever it is needed. */
export function ownRoot(files: KeyFiles, options: OwnRootOptions): Authority {
  const root = openRootKey(files);
  const online = signingKey('online', files.readOrMake('signing.key', newPrivateKey));
  const signer = () => currentSigner({ files, root, online, ...options });
  return {
    policyRootKeys: writeKey(root),
    isOffline: false,
    current: () => online,
    signer,
    granted: async () => (await signer()).granted,
    next: () => undefined,
    makeNext() {
      throw new TypeError('a trial has one signing key');
    },
    install: () =>
      Promise.resolve({ ok: false, why: 'The root key of this endpoint is not offline: it delegates itself.' }),
    settle: () => undefined,
  };
}

interface SignerOptions extends OwnRootOptions {
  readonly files: KeyFiles;
  readonly root: SigningKey;
  readonly online: SigningKey;
}

/** What the root key says about the online key: for 90 days, and renewed before it ends. */
async function currentSigner({ files, clock, root, online, orgId }: SignerOptions): Promise<Signer> {
  const stored = await readGrant(parseJson(files.read('delegation.json') ?? ''), writeKey(root));
  if (stored.ok) {
    const { delegation, envelope } = stored;
    const fits = delegation.orgId === orgId && delegation.publicKey === online.publicKey;
    if (fits && Date.parse(delegation.notAfter) > clock() + renewalDays * day)
      return { ...online, delegation: envelope, granted: delegation };
  }
  const granted: Delegation = {
    orgId,
    keyid: online.keyid,
    publicKey: online.publicKey,
    notAfter: new Date(clock() + delegationDays * day).toISOString(),
  };
  const delegation = await grant(root, granted);
  const text = JSON.stringify(delegation);
  if (files.read('delegation.json') !== undefined) files.replace('delegation.json', text);
  else {
    // Of several processes that start at once, all go on with the first one's.
    const made = files.readOrMake('delegation.json', () => text);
    const first = await readGrant(parseJson(made), writeKey(root));
    if (first.ok) return { ...online, delegation: first.envelope, granted: first.delegation };
  }
  return { ...online, delegation, granted };
}
