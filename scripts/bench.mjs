// Measures. Plain and without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const args = ['--import', import.meta.resolve('tsx'), join(root, 'test', 'bench', 'main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
