import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowser, noBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { defences } from './defences.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

/**
 * Takes each defence out in a copy of the tree, builds what needs building, and runs the tests that must notice. A defence whose
 * absence nobody notices is a failure. Arguments name single ones: `npm run test:teeth -- ledger-write`.
 */
ensureInstalled();
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !defences.some((defence) => defence.name === name));
if (unknown.length > 0)
  fail(`There is no defence named ${unknown.join(', ')}; there are ${defences.map(({ name }) => name).join(', ')}.`, 2);
const chromium = await findBrowser('chromium');
if (!chromium) fail(noBrowser);
ensureBuilt('console');

let noticed = 0;
const unnoticed = [];
for (const defence of defences.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const green = withoutDefence(defence);
  process.stdout.write(`${green ? '✗ not noticed' : '✓ noticed'}: ${defence.name}\n`);
  if (green) unnoticed.push(defence.name);
  else noticed += 1;
}
process.stdout.write(`${noticed} passed, ${unnoticed.length} failed\n`);
process.exit(unnoticed.length > 0 ? 1 : 0);

/** True when the tests stay green without it. */
function withoutDefence({ name, file, from, to, prove }) {
  const copy = mkdtempSync(join(tmpdir(), `sluice-teeth-${name}-`));
  try {
    copyTree(copy);
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const cut =
      typeof from === 'string' ? text.split(from).length - 1 : [...text.matchAll(new RegExp(from, 'g'))].length;
    if (cut !== 1)
      fail(
        `${name}: the place in ${file} was found ${cut} times; the defence moved, so its entry in scripts/teeth.mjs must follow.`,
      );
    writeFileSync(path, text.replace(from, to));
    if (prove.build && !run(copy, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build']))
      fail(`${name}: the copy does not build.`);
    return run(copy, commandOf(prove.args));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyTree(copy) {
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\n').filter(Boolean)) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(root, '.output', 'console'), join(copy, '.output', 'console'), { recursive: true });
  run(copy, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare']);
}

function commandOf([tool, ...rest]) {
  if (tool === 'vitest') return [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail=1', ...rest];
  const [project, grep] = rest;
  const config = join('test', 'e2e', 'playwright.config.ts');
  return [
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    config,
    `--project=${project}`,
    '--max-failures=1',
    '--retries=0',
    '--grep',
    grep,
  ];
}

function run(cwd, args) {
  const env = {
    ...process.env,
    CI: '1', // without it some suites are left out
    CHROME_PATH: chromium,
    WXT_TELEMETRY: '0',
    SLUICE_BUILD: join(cwd, '.output', 'chrome-mv3'),
  };
  return spawnSync(process.execPath, args, { cwd, env, stdio: 'ignore' }).status === 0;
}
