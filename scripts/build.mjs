import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, fail, quietly, root } from './install.mjs';

const env = { ...process.env, WXT_TELEMETRY: '0' };
const bin = (...path) => join(root, 'node_modules', ...path);

/** What can be built, from which folders, and the file that says it is there. */
const targets = {
  chrome: {
    made: '.output/chrome-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build'],
  },
  firefox: {
    made: '.output/firefox-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-b', 'firefox'],
  },
  // Builds that only tests make: see `test/fixtures/`.
  inert: {
    made: '.output/inert/chrome-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'test/fixtures', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-c', 'test/fixtures/inert.config.ts'],
    onlyTests: true,
  },
  'no-slots': {
    made: '.output/no-slots/chrome-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'test/fixtures', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-c', 'test/fixtures/no-slots.config.ts'],
    onlyTests: true,
  },
  'gate-out': {
    made: '.output/gate-out/chrome-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'test/fixtures', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-c', 'test/fixtures/gate-out.config.ts'],
    onlyTests: true,
  },
  'inert-firefox': {
    made: '.output/inert/firefox-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'test/fixtures', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-b', 'firefox', '-c', 'test/fixtures/inert.config.ts'],
    onlyTests: true,
  },
  'gate-out-firefox': {
    made: '.output/gate-out/firefox-mv3/manifest.json',
    sources: ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'test/fixtures', 'package-lock.json'],
    command: [bin('wxt', 'bin', 'wxt.mjs'), 'build', '-b', 'firefox', '-c', 'test/fixtures/gate-out.config.ts'],
    onlyTests: true,
  },
  console: {
    made: '.output/console/index.html',
    sources: ['server/console', 'lib/vocabulary', 'lib/contract', 'package-lock.json'],
    command: [bin('vite', 'bin', 'vite.js'), 'build', '--config', 'server/console/vite.config.ts'],
  },
};

/** Builds what is missing or older than its sources, with nothing on standard output. */
export function ensureBuilt(...names) {
  for (const name of names) {
    const { made, sources } = targets[name];
    const path = join(root, made);
    if (!existsSync(path) || newest(sources) > statSync(path).mtimeMs) build(name);
  }
}

export function build(name) {
  process.stderr.write(`Building ${name}…\n`);
  const { status } = spawnSync(process.execPath, targets[name].command, { ...quietly, env });
  if (status !== 0) fail(`The build of ${name} failed; the lines above say where.`);
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [full];
    for (const file of files) latest = Math.max(latest, statSync(file).mtimeMs);
  }
  return latest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  for (const [name, { onlyTests }] of Object.entries(targets)) if (!onlyTests) build(name);
  process.stdout.write('Built .output/chrome-mv3, .output/firefox-mv3 and .output/console.\n');
}
