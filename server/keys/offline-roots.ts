import type { Delegation } from '../../lib/contract/envelope.ts';
import type { Clock } from '../workings.ts';
import { parseJson, readGrant } from './grant.ts';
import type { KeyFiles } from './key-files.ts';
import { NotDelegated, newPrivateKey, signingKey, writeKey } from './signing-keys.ts';
import type { Authority, Installed, SigningKey } from './signing-keys.ts';

/** The public halves of root keys that are elsewhere. Where this file is, the endpoint never makes a root key of its own. */
export const rootKeysFile = 'root-keys';
const [currentFile, nextFile, delegationFile] = ['signing.key', 'signing-next.key', 'delegation.json'];

export interface OfflineOptions {
  readonly orgId: string;
  readonly clock: Clock;
  readonly rootKeys: string;
}

/**
 * The authority of an organisation: the root keys are elsewhere, and a person brings what they signed. The delegation decides which of
 * two private keys signs, so that one file that is replaced at once makes the switch, for every process that shares the folder.
 */
export function offlineRoots(files: KeyFiles, options: OfflineOptions): Authority {
  const { clock, rootKeys } = options;
  const current = currentReader(files);
  const stored = () => readGrant(parseJson(files.read(delegationFile) ?? ''), rootKeys);
  current();
  return {
    policyRootKeys: rootKeys,
    isOffline: true,
    current,
    async signer() {
      const key = current();
      const grant = await stored();
      if (!grant.ok || grant.delegation.publicKey !== key.publicKey) throw missing(key);
      if (Date.parse(grant.delegation.notAfter) < clock()) throw over(grant.delegation);
      return { ...key, delegation: grant.envelope, granted: grant.delegation };
    },
    async granted() {
      const grant = await stored();
      return grant.ok && grant.delegation.publicKey === current().publicKey ? grant.delegation : undefined;
    },
    next: () => readNext(files, current()),
    makeNext: () => readNext(files, current()) ?? makeNext(files),
    install: (envelope) => install(envelope, { files, ...options, current: current() }),
    settle: () => {
      if (files.read(rootKeysFile) !== rootKeys) files.replace(rootKeysFile, rootKeys);
    },
  };
}

/** Reads the private key anew only when the delegation has changed: another process may have switched. */
function currentReader(files: KeyFiles): () => SigningKey {
  let kept: { readonly delegation: string | undefined; readonly key: SigningKey } | undefined;
  return () => {
    const delegation = files.read(delegationFile);
    if (kept === undefined || kept.delegation !== delegation)
      kept = { delegation, key: readCurrent(files, delegation) };
    return kept.key;
  };
}

/** The key of a folder that signs, whoever holds the root keys. Makes one where there is none. */
export function openCurrentKey(files: KeyFiles): SigningKey {
  return readCurrent(files, files.read(delegationFile));
}

function readCurrent(files: KeyFiles, delegation: string | undefined): SigningKey {
  // First the next one: when it is gone, it has taken the place of the other.
  const next = delegation === undefined ? undefined : readKey(files, nextFile);
  const first = signingKey('online', files.readOrMake(currentFile, newPrivateKey));
  // Between two steps of `install`: the next key is delegated already and has not taken its place yet.
  return next !== undefined && namedIn(delegation) === next.publicKey ? next : first;
}

/** The key that a delegation names. Whether a root key stands behind it is asked where something is signed. */
function namedIn(text: string | undefined): string | undefined {
  const { payload } = Object(parseJson(text ?? '')) as { payload?: unknown };
  if (typeof payload !== 'string') return undefined;
  const body = parseJson(Buffer.from(payload, 'base64url').toString());
  const { publicKey } = Object(body) as { publicKey?: unknown };
  return typeof publicKey === 'string' ? publicKey : undefined;
}

function readKey(files: KeyFiles, name: string): SigningKey | undefined {
  const pem = files.read(name);
  return pem === undefined ? undefined : signingKey('online', pem);
}

function readNext(files: KeyFiles, current: SigningKey): SigningKey | undefined {
  const next = readKey(files, nextFile);
  return next?.publicKey === current.publicKey ? undefined : next;
}

function makeNext(files: KeyFiles): SigningKey {
  finishSwitch(files);
  return signingKey('online', files.readOrMake(nextFile, newPrivateKey));
}

/** A crash may have left the key that signs in the file of the next one. */
function finishSwitch(files: KeyFiles): void {
  const next = files.read(nextFile);
  if (next === undefined) return;
  files.replace(currentFile, next); // the key before is gone
  files.remove(nextFile);
}

interface InstallOptions extends OfflineOptions {
  readonly files: KeyFiles;
  readonly current: SigningKey;
}

async function install(value: unknown, options: InstallOptions): Promise<Installed> {
  const { files, current, rootKeys } = options;
  const read = await readGrant(value, rootKeys);
  if (!read.ok) return read;
  const { delegation: granted, envelope } = read;
  const before = await readGrant(parseJson(files.read(delegationFile) ?? ''), rootKeys);
  const why = misfit(granted, before.ok ? before.delegation : undefined, options);
  if (why !== undefined) return { ok: false, why };
  const named = [current, readNext(files, current)].find((key) => key?.publicKey === granted.publicKey);
  if (named?.keyid !== granted.keyid)
    return { ok: false, why: 'The delegation names a key that this endpoint does not have.' };
  files.replace(delegationFile, JSON.stringify(envelope)); // from here on the delegated key signs
  if (named !== current || readNext(files, current) === undefined) finishSwitch(files);
  return { ok: true, granted };
}

function misfit(granted: Delegation, before: Delegation | undefined, { orgId, clock }: InstallOptions) {
  if (granted.orgId !== orgId) return 'The delegation is for another organisation.';
  if (Date.parse(granted.notAfter) <= clock()) return 'The delegation is over already.';
  if (granted.groups !== undefined) return 'The endpoint signs for all browsers: its delegation must name no groups.';
  if ((granted.epoch ?? Infinity) < (before?.epoch ?? 1))
    return 'The delegation is for an earlier epoch than the one before.';
  return undefined;
}

function missing(key: SigningKey): NotDelegated {
  return new NotDelegated(
    `Nothing can be signed yet: no root key has delegated ${writeKey(key)}. Install a delegation first.`,
  );
}

function over({ keyid, notAfter }: Delegation): NotDelegated {
  const day = notAfter.slice(0, 10);
  return new NotDelegated(`Nothing is signed any more: the delegation of ${keyid} ended on ${day}. Install a new one.`);
}
