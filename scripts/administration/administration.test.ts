import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { signCheckpoint } from '../../server/audit/checkpoint.ts';
import { exportAudit } from '../../server/audit/export.ts';
import { openTestEndpoint } from '../../server/testing/endpoint.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../sluice.mjs', import.meta.url));

async function sluice(...args: readonly string[]) {
  try {
    const { stdout } = await run(process.execPath, [script, ...args]);
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

it('verifies an exported audit log, and says in a sentence what is wrong with one', async () => {
  const endpoint = await openTestEndpoint();
  await signCheckpoint(endpoint.workings);
  let text = '';
  for await (const line of exportAudit(endpoint.workings)) text += line;
  const file = join(mkdtempSync(join(tmpdir(), 'sluice-audit-')), 'audit.jsonl');
  const roots = ['--root-keys', endpoint.workings.keys.policyRootKeys];
  writeFileSync(file, text);
  const good = await sluice('audit', 'verify', file, ...roots);
  expect([good.code, JSON.parse(good.stdout)]).toEqual([
    0,
    expect.objectContaining({ verdict: 'holds', orgId: 'trial', entries: 1, checkpoints: 1 }),
  ]);
  writeFileSync(file, text.replace('policy-published', 'signed-in'));
  const bad = await sluice('audit', 'verify', file, ...roots);
  expect([bad.code, bad.stderr]).toEqual([1, 'Line 2: entry 1 does not continue the chain.\n']);
  await endpoint.close();
});

it('says how a command is given', async () => {
  for (const args of [['audit', 'verify'], ['audit'], [], ['audit', 'verify', 'x', '--colour', 'red']])
    expect(await sluice(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('audit verify FILE') });
});
