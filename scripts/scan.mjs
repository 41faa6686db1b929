// Scans JSON Lines from standard input. Plain and without dependencies: it runs before anything is installed.
// Standard output carries the answers and nothing else.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { programArgs } from './bundled.mjs';
import { ensureInstalled, fail } from './install.mjs';

ensureInstalled();
const args = [...(await programArgs('scripts/scan-lines.ts')), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', () => fail('The scanner could not be started.'));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
