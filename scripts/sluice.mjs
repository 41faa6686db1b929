// Commands for administrators. Plain and without dependencies: it runs before anything is installed.
// Standard output carries the answers and nothing else.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';

ensureInstalled();
const loader = import.meta.resolve('tsx'); // from here, not from where the command was given
const args = ['--import', loader, join(root, 'scripts', 'administration/main.ts'), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', () => fail('The command could not be started.'));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
