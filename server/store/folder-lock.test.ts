import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-lock-'));

it('refuses a folder that a running process holds, in one sentence, and gives it back', () => {
  const folder = newFolder();
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`in use by another Sluice endpoint (process ${process.pid})`);
  release();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder)();
});

it('takes over a lock of a process that is gone', () => {
  const folder = newFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, 'endpoint.lock'), `${pid} boot start`);
  const release = lockFolder(folder);
  expect(readFileSync(join(folder, 'endpoint.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  release();
  expect(existsSync(join(folder, 'endpoint.lock'))).toBe(false);
});

it.runIf(process.platform === 'linux')('takes over a lock whose number now belongs to another process', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'endpoint.lock'), `${process.pid} an-earlier-boot 17`);
  lockFolder(folder)();
});

it('takes over a lock that cannot be read as one', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'endpoint.lock'), '');
  lockFolder(folder)();
});

it('leaves a lock that another process has taken since', () => {
  const folder = newFolder();
  const release = lockFolder(folder);
  writeFileSync(join(folder, 'endpoint.lock'), 'someone else');
  release();
  expect(readFileSync(join(folder, 'endpoint.lock'), 'utf8')).toBe('someone else');
});
