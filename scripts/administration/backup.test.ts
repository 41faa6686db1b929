import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { TokenReply } from '../../lib/contract/enrolment.ts';
import { TestBrowser, incidentAt } from '../../server/testing/browser.ts';
import type { Send } from '../../server/testing/browser.ts';
import { startProcess } from '../../server/testing/endpoint-process.ts';
import type { EndpointProcess } from '../../server/testing/endpoint-process.ts';
import { prepareDataFolder } from '../../server/testing/pglite.ts';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../sluice.mjs', import.meta.url));
const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-backup-'));

async function sluice(args: readonly string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _ignored, ...inherited } = process.env;
  try {
    const { stdout } = await run(process.execPath, [script, ...args], { env: { ...inherited, ...env } });
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

it.skipIf(findBinaries() === undefined)(
  'takes a trial to PostgreSQL: its browsers go on as if nothing had happened',
  async () => {
    const [trial, later, elsewhere] = [newFolder(), newFolder(), newFolder()];
    const [keyFile, file] = [join(elsewhere, 'backup.key'), join(elsewhere, 'sluice.backup')];
    const options = (data: string) => ['--data', data, '--key-file', keyFile];
    const start = (data: string, env = {}): Promise<EndpointProcess> =>
      startProcess(['--port', '0', '--data', data], env);
    await prepareDataFolder(trial);
    let running = await start(trial);
    const before = running.ready;
    const send: Send = (path, init) => fetch(`${running.ready.url}${path}`, init);
    const browser = await TestBrowser.join(send, before.enrollmentToken);
    for (let index = 0; index < 5; index += 1) await browser.note(incidentAt(Date.now()));
    await browser.push(0);
    expect(await sluice(['backup-key', keyFile])).toEqual({ code: 0, stdout: '', stderr: '' });
    const busy = await sluice(['backup', file, ...options(trial)]);
    expect([busy.code, busy.stderr]).toEqual([1, expect.stringMatching(/^The folder .* is in use by [^\n]*\n$/)]);
    expect(existsSync(file)).toBe(false);
    await running.stop('SIGTERM');
    const made = await sluice(['backup', file, ...options(trial)]);
    expect([made.code, JSON.parse(made.stdout)]).toEqual([0, expect.objectContaining({ orgId: 'trial' })]);
    const server = await startPostgresql(findBinaries()!);
    const env = { DATABASE_URL: await server.newDatabase() };
    const restored = await sluice(['restore', file, ...options(later), '--root-keys', before.policyRootKeys], env);
    expect([restored.code, JSON.parse(restored.stdout)]).toEqual([0, expect.objectContaining({ orgId: 'trial' })]);
    const twice = await sluice(['restore', file, ...options(later)], env);
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringMatching(/^The database is not empty; [^\n]*\n$/)]);
    running = await start(later, env);
    const { enrollmentToken, policyRootKeys } = running.ready;
    expect([enrollmentToken, policyRootKeys]).toEqual([before.enrollmentToken, before.policyRootKeys]);
    await browser.note(incidentAt(Date.now()));
    // Bearer tokens from before the restore have ended: a browser asks for a new one, as it does each day.
    await expect(browser.push(5)).rejects.toThrow('401');
    browser.bearer = TokenReply.parse(await (await browser.askToken()).json()).token;
    expect((await browser.push(5)).receipt).toMatchObject({ count: 6, head: await browser.head() });
    await running.stop('SIGTERM');
    await server.stop();
  },
  90_000,
);

it('says in one sentence what is wrong with a backup command', async () => {
  const folder = newFolder();
  const keyFile = join(folder, 'backup.key');
  await sluice(['backup-key', keyFile]);
  const options = ['--data', join(folder, 'data'), '--key-file', keyFile];
  const cases: readonly [args: string[], code: number, sentence: RegExp][] = [
    [['backup-key', keyFile], 1, /is there already/],
    [['backup', join(folder, 'b'), ...options], 2, /holds no database/],
    [['backup', keyFile, ...options], 2, /is there already/],
    [['backup', join(folder, 'b'), '--data', folder], 2, /The command is "backup FILE/],
    [['restore', join(folder, 'none'), ...options], 1, /cannot be read/],
    [['restore', keyFile, ...options], 1, /is no backup of Sluice/],
    [['restore', keyFile, '--data', folder, '--key-file', join(folder, 'none')], 1, /cannot be read/],
  ];
  const results = await Promise.all(cases.map(([args]) => sluice(args)));
  for (const [index, { code, stdout, stderr }] of results.entries()) {
    const [, expected, sentence] = cases[index]!;
    expect([code, stdout, stderr]).toEqual([expected, '', expect.stringMatching(sentence)]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(existsSync(join(folder, 'data'))).toBe(false);
});
