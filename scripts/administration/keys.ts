import { Delegation } from '../../lib/contract/envelope.ts';
import { grant } from '../../server/keys/grant.ts';
import { makeKeyBox, readBox, writeNew } from '../../server/keys/key-box.ts';
import type { BoxKind } from '../../server/keys/key-box.ts';
import { writeKey } from '../../server/keys/signing-keys.ts';
import { EndpointProblem } from '../../server/problem.ts';
import { pathOf } from './command.ts';
import type { Command } from './command.ts';
import { openKey, passphraseOf, readEnd, readJsonFile, readNumber } from './key-options.ts';
import { sayDelegation, sayFile } from './say-keys.ts';

/** Makes an encrypted key file and prints its public half. */
function maker(name: string, kind: BoxKind): Command {
  return {
    name,
    usage: `${name} --out KEYFILE [--passphrase-file SECRET]`,
    needs: ['out'],
    may: ['passphrase-file'],
    run(_files, { out = '', 'passphrase-file': secret }) {
      process.stdout.write(`${writeKey(makeKeyBox(pathOf(out), kind, passphraseOf(secret)))}\n`);
      return 0;
    },
  };
}

/** A root key, for a machine without a network. What it prints is pinned in managed storage. */
export const keysRoot = maker('keys root', 'root');
/** A key that signs policies away from the endpoint, once a root key has delegated it. */
export const keysSigning = maker('keys signing', 'signing');

/** A root key says what another key may sign, and until when. */
export const keysDelegate: Command = {
  name: 'keys delegate',
  usage:
    'keys delegate --root KEYFILE --signing-key "KID:KEY" --org ID --not-after DATE [--epoch N] [--groups "A B"] --out DELEGATION [--passphrase-file SECRET]',
  needs: ['root', 'signing-key', 'org', 'not-after', 'out'],
  may: ['epoch', 'groups', 'passphrase-file'],
  async run(_files, { root = '', 'passphrase-file': secret, out = '', ...options }) {
    const delegation = delegationOf(options);
    const key = openKey(root, secret);
    if (key.kind !== 'root')
      throw new EndpointProblem(`The file ${root} is a signing key; only a root key delegates.`, 2);
    writeNew(pathOf(out), `${JSON.stringify(await grant(key, delegation))}\n`);
    process.stdout.write(`${sayDelegation(delegation, key.keyid)}\n`);
    return 0;
  },
};

function delegationOf(options: Readonly<Record<string, string>>): Delegation {
  const { 'signing-key': signingKey = '', org: orgId = '', 'not-after': end = '', epoch = '1', groups } = options;
  const [keyid = '', publicKey = ''] = signingKey.split(':');
  const parsed = Delegation.safeParse({
    orgId,
    keyid,
    publicKey,
    notAfter: readEnd(end),
    epoch: readNumber('epoch', epoch),
    ...(groups === undefined ? {} : { groups: groups.split(/[\s,]+/).filter(Boolean) }),
  });
  if (!parsed.success) throw new EndpointProblem(sayField(String(parsed.error.issues[0]?.path[0])), 2);
  if (Date.parse(parsed.data.notAfter) <= Date.now())
    throw new EndpointProblem('The end of the delegation is in the past.', 2);
  return parsed.data;
}

function sayField(field: string): string {
  if (field === 'orgId') return '--org takes small letters, digits and hyphens.';
  if (field === 'groups') return '--groups needs names of small letters, digits and hyphens, a space between two.';
  return '--signing-key needs KID:KEY, as "sluice keys request", the console or "sluice keys signing" prints it.';
}

/** Says in sentences what a file of keys, a delegation or a signed policy holds. Nothing is verified. */
export const keysInspect: Command = {
  name: 'keys inspect',
  usage: 'keys inspect FILE',
  needs: [],
  may: [],
  run([file = '']) {
    const sentences = sayFile(readBox(pathOf(file)), readJsonFile(file));
    if (sentences === undefined) throw new EndpointProblem(`The file ${file} is no key, delegation or signed policy.`);
    process.stdout.write(`${sentences.join('\n')}\n`);
    return 0;
  },
};
