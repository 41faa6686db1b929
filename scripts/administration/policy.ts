import { SignedPolicy, readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { importWithin, sentences } from '../../server/import-policy.ts';
import { rememberPolicy } from '../../server/own-policy.ts';
import { writeNew } from '../../server/keys/key-box.ts';
import { EndpointProblem } from '../../server/problem.ts';
import { readDelegation, signPolicy } from '../../server/sign-policy.ts';
import { pathOf } from './command.ts';
import type { Command } from './command.ts';
import { note, withEndpoint } from './endpoint-data.ts';
import { openKey, readEnd, readJsonFile, readNumber } from './key-options.ts';
import { documentOf, sayDelegation, sayPolicy } from './say-keys.ts';

/** Signs a policy without an endpoint. The file is the very answer of `GET /v1/policy`. */
export const policySign: Command = {
  name: 'policy sign',
  usage:
    'policy sign FILE --key KEYFILE [--delegation DELEGATION] --org ID --epoch N --seq N --not-after DATE --author NAME --approver NAME [--group G] [--poll-seconds N] [--endpoint DELEGATION] --out ENVELOPE [--passphrase-file SECRET]',
  needs: ['key', 'org', 'epoch', 'seq', 'not-after', 'author', 'approver', 'out'],
  may: ['delegation', 'group', 'poll-seconds', 'endpoint', 'passphrase-file'],
  async run([file = ''], { key = '', 'passphrase-file': secret, delegation, endpoint, group, out = '', ...options }) {
    const { org = '', epoch = '', seq = '', 'not-after': end = '', author = '', approver = '' } = options;
    const place = {
      orgId: org,
      epoch: readNumber('epoch', epoch),
      seq: readNumber('seq', seq),
      notAfter: readEnd(end),
      pollSeconds: readNumber('poll-seconds', options['poll-seconds'] ?? '300'),
      author,
      approver,
      ...(group === undefined ? {} : { group }),
    };
    const signed = await signPolicy({
      policy: readJsonFile(file),
      place,
      key: openKey(key, secret),
      ...(delegation === undefined ? {} : { delegation: readJsonFile(delegation) }),
      ...(endpoint === undefined ? {} : { endpoint: readJsonFile(endpoint) }),
      now: Date.now(),
    });
    writeNew(pathOf(out), JSON.stringify(signed));
    const keyid = signed.policy.signatures[0]?.keyid ?? '';
    const document = documentOf(signed);
    process.stdout.write(`${(document ? sayPolicy(document, keyid) : []).join('\n')}\n`);
    return 0;
  },
};

/** Says whether browsers that pin these root keys would take a signed policy, and what it holds. Exit 1 when they would not. */
export const policyVerify: Command = {
  name: 'policy verify',
  usage: 'policy verify FILE --root-keys "KID:KEY …"',
  needs: ['root-keys'],
  may: [],
  async run([file = ''], { 'root-keys': rootKeys = '' }) {
    const signed = SignedPolicy.safeParse(readJsonFile(file));
    if (!signed.success) throw new EndpointProblem(sentences['bad-envelope']);
    // What it says of organisation and group is shown below: whoever reads it compares.
    const said = readDelegation(signed.data.delegation);
    const group = documentOf(signed.data)?.group;
    const floor = { orgId: said?.orgId ?? '', group, epoch: 0, seq: 0, now: Date.now() };
    const verified = await verifyPolicy(signed.data, await readRootKeys(rootKeys), floor);
    if (!verified.ok) throw new EndpointProblem(sentences[verified.reason]);
    const root = signed.data.delegation.signatures[0]?.keyid ?? '';
    const lines = [...sayPolicy(verified.document, verified.signer.keyid), sayDelegation(verified.delegation, root)];
    if (signed.data.endpoint !== undefined) lines.push(`Receipts are signed by ${verified.endpoint.keyid}.`);
    if (Date.parse(verified.document.notAfter) <= Date.now()) lines.push('It is past its end.');
    process.stdout.write(`${[...lines, 'All signatures hold.'].join('\n')}\n`);
    return 0;
  },
};

/** Puts a policy in force that was signed elsewhere. */
export const policyImport: Command = {
  name: 'policy import',
  usage: 'policy import FILE --data DIR',
  needs: ['data'],
  may: [],
  run: ([file = ''], { data = '' }) => {
    const signed = readJsonFile(file);
    return withEndpoint(data, async (workings) => {
      const { document, keyid } = await workings.db.transaction(async (queries) => {
        const imported = await importWithin(queries, workings, signed);
        if (!imported.ok) throw new EndpointProblem(imported.why);
        const { epoch, seq, author, approver } = imported.document;
        const detail = { author, approver, key: imported.keyid };
        await note(queries, { action: 'policy-imported', target: `${epoch}.${seq}`, detail });
        return imported;
      });
      await rememberPolicy(workings, document);
      process.stdout.write(`${sayPolicy(document, keyid).join('\n')}\n`);
      return 0;
    });
  },
};
