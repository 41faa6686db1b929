import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Standard output belongs to the command: installers and builders write to standard error. */
export const quietly = { cwd: root, stdio: ['ignore', 2, 2] };

const oldestNode = [20, 19];

/** Installs the packages of the lock file when they are missing or another lock's. Ends the process with one sentence when it cannot. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(`Sluice needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  process.stderr.write('Installing packages…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], quietly);
  if (status !== 0) fail('The packages could not be installed. Check the network and run the command again.');
}

/** npm keeps a copy of what it installed; versions tell whether it is this lock. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

/** @returns {never} */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
