import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

const tool = (...path) => join(root, 'node_modules', ...path);
const steps = [
  ['types', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']],
  ['lint', [tool('eslint', 'bin', 'eslint.js'), '.']],
  ['format', [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
];

/** Types, lint and format. Returns the names of those that failed. */
export function check() {
  const failed = [];
  for (const [name, args] of steps) {
    process.stdout.write(`${name}…\n`);
    const { status } = spawnSync(process.execPath, ['--max-old-space-size=4096', ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) failed.push(name);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  process.exit(check().length === 0 ? 0 : 1);
}
