import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { SignedPolicy, readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { startProcess } from '../../server/testing/endpoint-process.ts';
import { prepareDataFolder } from '../../server/testing/pglite.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../sluice.mjs', import.meta.url));
const year = new Date().getUTCFullYear();
const soon = `${year + 1}-12-31`;

/** A machine with a passphrase in a file, where commands name files without a folder. */
async function machine() {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-keys-'));
  await prepareDataFolder(join(folder, 'data'));
  const path = (name: string) => join(folder, name);
  writeFileSync(path('secret'), `${'correct horse'.repeat(2)}\n`, { mode: 0o600 });
  const sluice = async (line: string, ...more: readonly string[]) => {
    const { DATABASE_URL: _ignored, ...inherited } = process.env;
    const env = { ...inherited, INIT_CWD: folder };
    try {
      const { stdout } = await run(process.execPath, [script, ...line.split(' '), ...more], { env });
      return { code: 0, stdout, stderr: '' };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  };
  const done = async (line: string, ...more: readonly string[]) => {
    const { code, stdout, stderr } = await sluice(line, ...more);
    expect([line, code, stderr]).toEqual([line, 0, '']);
    return stdout.trimEnd();
  };
  return { path, sluice, done };
}

const opened = '--passphrase-file secret';

it('goes from a root key to a running endpoint and a policy that was signed elsewhere', async () => {
  const { path, done, sluice } = await machine();
  const rootKeys = await done(`keys root --out root.json ${opened}`);
  expect(rootKeys).toMatch(/^root-[0-9a-f]{12}:[\w-]{43}$/);
  expect(statSync(path('root.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path('root.json'), 'utf8')).not.toContain('PRIVATE KEY');
  const start = () => startProcess(['--port', '0', '--data', path('data'), '--org', 'acme', '--root-keys', rootKeys]);
  let running = await start();
  expect(running.ready.policyRootKeys).toBe(rootKeys);
  const key = await done('keys request --data data');
  await running.stop('SIGTERM');
  const end = `--org acme --not-after ${soon}`;
  const said = await done(`keys delegate --root root.json ${end} --out delegation.json ${opened} --signing-key ${key}`);
  expect(said).toContain(`lets ${key.split(':')[0]} sign policies up to epoch 1 for all browsers of acme`);
  expect(await done('keys inspect root.json')).toContain('No signature was checked.');
  expect(await done('keys inspect delegation.json')).toContain('No signature was checked.');
  expect(await done('keys install delegation.json --data data')).toContain('signs until');
  const policy = { ...builtInPolicy, mode: 'observe' };
  writeFileSync(path('policy.json'), JSON.stringify(policy));
  const people = '--author Ada --approver Bob';
  await done(`policy sign policy.json --key root.json ${end} --epoch 1 --seq 7 ${people} --out signed.json ${opened}`);
  const holds = await done('policy verify signed.json', '--root-keys', rootKeys);
  expect(holds).toMatch(/number 1\.7.*\n.*only observes[^]*All signatures hold\.$/);
  expect(await sluice('policy verify signed.json', '--root-keys', key)).toMatchObject({
    code: 1,
    stderr: 'No pinned root key stands behind the signature.\n',
  });
  const floor = { orgId: 'acme', epoch: 1, seq: 1, now: Date.now() };
  const signed: unknown = JSON.parse(readFileSync(path('signed.json'), 'utf8'));
  expect(await verifyPolicy(signed, await readRootKeys(rootKeys), floor)).toMatchObject({ ok: true });
  await done('policy import signed.json --data data');
  const again = await sluice('policy import signed.json --data data');
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/^Browsers hold this number[^\n]*\n$/)]);
  const later = `--epoch 2 ${opened} --signing-key ${key}`;
  await done(`keys delegate --root root.json ${end} --out later.json ${later}`);
  expect(await done('keys install later.json --data data')).toContain('browsers stay below epoch 2 until a policy');
  const nextKey = await done('keys rotate --data data');
  expect(nextKey).not.toBe(key);
  expect(await done('keys request --data data')).toBe(nextKey);
  running = await start();
  const answer = await fetch(`${running.ready.url}/api/policy`);
  expect(answer.status).toBe(401);
  expect(await running.stop('SIGTERM')).toBe(0);
}, 180_000);

it('signs under a delegation on another machine', async () => {
  const { path, done, sluice } = await machine();
  const rootKeys = await done(`keys root --out root.json ${opened}`);
  const key = await done(`keys signing --out signing.json ${opened}`);
  const end = `--org acme --not-after ${soon}`;
  await done(`keys delegate --root root.json ${end} --groups sales --out d.json ${opened} --signing-key ${key}`);
  writeFileSync(path('policy.json'), JSON.stringify(builtInPolicy));
  const sign = (more: string) =>
    sluice(`policy sign policy.json --key signing.json ${end} --epoch 1 --seq 1 --out out.json ${opened} ${more}`);
  const people = '--author Ada --approver Bob';
  const refusals: readonly (readonly [string, RegExp])[] = [
    [people, /needs its delegation/],
    [`${people} --delegation d.json`, /these groups alone: sales/],
    [`--author Ada --approver ada --delegation d.json --group sales`, /takes two people/],
    [`${people} --delegation policy.json --group sales`, /delegation cannot be read/],
  ];
  for (const [more, sentence] of refusals)
    expect(await sign(more)).toMatchObject({ stdout: '', stderr: expect.stringMatching(sentence) });
  expect(await sign(`${people} --delegation d.json --group sales`)).toMatchObject({ code: 0 });
  SignedPolicy.parse(JSON.parse(readFileSync(path('out.json'), 'utf8')));
  expect(await done('policy verify out.json', '--root-keys', rootKeys)).toContain('for the group sales of acme');
}, 120_000);

it('says in one sentence what is wrong', async () => {
  const { path, sluice, done } = await machine();
  await done(`keys signing --out signing.json ${opened}`);
  writeFileSync(path('short'), 'short\n', { mode: 0o600 });
  writeFileSync(path('wrong'), `${'another horse'.repeat(2)}\n`, { mode: 0o600 });
  writeFileSync(path('open'), `${'another horse'.repeat(2)}\n`);
  chmodSync(path('open'), 0o644);
  writeFileSync(path('bad.json'), JSON.stringify({ ...builtInPolicy, keepPrompts: true }));
  const place = `--org acme --epoch 1 --seq 1 --not-after ${soon} --author Ada --approver Bob --out out.json`;
  const delegate = `--signing-key a:${'a'.repeat(43)} --org acme --out d.json ${opened}`;
  const cases: readonly (readonly [string, number, RegExp])[] = [
    ['keys root --out root.json', 2, /passphrase is needed/],
    ['keys root --out root.json --passphrase-file short', 1, /at least 12 characters/],
    ['keys root --out root.json --passphrase-file open', 1, /can be read by others/],
    [`keys root --out signing.json ${opened}`, 1, /is there already/],
    [`keys delegate --root signing.json --not-after ${soon} ${delegate}`, 2, /only a root key delegates/],
    [`keys delegate --root signing.json --not-after ${year - 1}-01-01 ${delegate}`, 2, /in the past/],
    [`keys delegate --root signing.json --not-after never ${delegate}`, 2, /YYYY-MM-DD/],
    [`policy sign bad.json --key signing.json --passphrase-file wrong ${place}`, 1, /passphrase does not open/],
    [`policy sign bad.json --key signing.json ${opened} ${place}`, 1, /does not fit the schema/],
    ['keys inspect secret', 1, /holds no JSON/],
    ['keys inspect bad.json', 1, /no key, delegation or signed policy/],
    ['keys request --data nowhere', 2, /started with --root-keys/],
    ['keys install bad.json --data nowhere', 2, /no keys of an endpoint/],
    ['policy verify bad.json --root-keys x:y', 1, /no signed policy/],
  ];
  for (const [line, code, sentence] of cases) {
    const result = await sluice(line);
    expect([line, result.code, result.stdout, result.stderr]).toEqual([
      line,
      code,
      '',
      expect.stringMatching(sentence),
    ]);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  }
}, 180_000);
