// Starts the organisation endpoint. Plain and without dependencies: it runs before anything is installed.
// Standard output carries the ready line of the endpoint and nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programArgs } from './bundled.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, '.output', 'console', 'index.html');

if (!existsSync(join(root, 'node_modules', 'tsx'))) {
  runOrExit('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed.');
}
if (isConsoleOld()) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(root, 'server', 'console', 'vite.config.ts');
  runOrExit(process.execPath, [vite, 'build', '--config', config], 'The console could not be built.');
}

const hasTls = process.argv.some((arg) => arg.startsWith('--tls-')) || (process.env.SLUICE_TLS_CERT ?? '') !== '';
const child = spawn(process.execPath, [...(await programArgs('server/cli.ts')), ...absolute(process.argv.slice(2))], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ...absoluteEnvironment() },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // In a terminal the child gets Ctrl-C too; a second one while it stops is ignored there.
  // With TLS by file it means to read the files again; without it, that the terminal is gone.
  process.on(signal, () => child.kill(signal === 'SIGHUP' && !hasTls ? 'SIGTERM' : signal));
}
if (process.env.npm_lifecycle_event !== undefined) stopWithParent(process.ppid);
child.on('error', () => fail('The endpoint could not be started.'));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));

/** npm that is told to end takes its shell with it and leaves this process behind, with the data folder locked. */
function stopWithParent(parent) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

/** A path is meant from where the command was given, not from the project. */
function whole(path) {
  return path === '' ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function absolute(args) {
  const paths = ['--data', '--tls-cert', '--tls-key'];
  return args.map((arg, index) => {
    if (paths.includes(args[index - 1])) return whole(arg);
    const [name, ...rest] = arg.split('=');
    return paths.includes(name) && rest.length > 0 ? `${name}=${whole(rest.join('='))}` : arg;
  });
}

function absoluteEnvironment() {
  const given = ['SLUICE_DATA', 'SLUICE_TLS_CERT', 'SLUICE_TLS_KEY'].filter((name) => process.env[name]);
  return Object.fromEntries(given.map((name) => [name, whole(process.env[name])]));
}

function isConsoleOld() {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const sources = [
    'server/console',
    'server/console-api',
    'server/audit',
    'components',
    'lib/contract',
    'lib/vocabulary',
  ];
  return sources.some((folder) => newest(join(root, folder)) > builtAt);
}

/** The time of the newest file below a folder. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name.includes('.test.')) continue;
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function runOrExit(command, args, sentence) {
  // On Windows npm is a script that only a shell finds.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (status !== 0) fail(sentence);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
