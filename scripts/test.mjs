import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser, noBrowser, noFirefox } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

/**
 * Everything, in the order in which a mistake shows soonest. `CI=1` adds the suites that need root, other browsers or much time; there,
 * a suite that did not run is a failure. Arguments name suites: `npm test -- unit browser`.
 */
const ci = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== '0';
const wanted = process.argv.slice(2);
const results = join(root, 'test-results');
const tool = (...path) => join(root, 'node_modules', ...path);

let passed = 0;
let failed = 0;
const problems = [];
/** The last lines say which tests failed, and which passed only when tried again. */
const named = [];

const suites = [
  { name: 'checks', run: checks },
  { name: 'unit', run: unit },
  { name: 'drills', onlyCi: true, run: () => vitest('drills', '--config', 'test/drills/vitest.config.ts') },
  { name: 'browser', run: browser },
  { name: 'long', onlyCi: true, run: long },
  { name: 'managed', onlyCi: true, run: managed },
  { name: 'firefox', onlyCi: true, run: firefox },
];

ensureInstalled();
mkdirSync(results, { recursive: true });
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0)
  fail(`There is no suite named ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}.`, 2);
for (const { name, onlyCi, run } of suites) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyCi && !ci) continue;
  const started = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  await run();
  process.stdout.write(`── ${name}: ${Math.round((Date.now() - started) / 1000)} s\n`);
}
for (const problem of [...named, ...problems]) process.stdout.write(`${problem}\n`);
process.exitCode = failed > 0 || problems.length > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

function checks() {
  for (const name of check()) problems.push(`failed: ${name}`);
}

/** A syslog server that a fresh machine lacks. Where it cannot be installed, its tests say that they did not run. */
function ensureSyslog() {
  if (!ci || process.getuid?.() !== 0 || existsSync('/usr/sbin/rsyslogd')) return;
  const aptGet = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 180_000 }).status === 0;
  const install = () => aptGet('install', '-y', '--no-install-recommends', 'rsyslog', 'rsyslog-openssl');
  if (!install() && aptGet('update')) install();
}

function unit() {
  ensureSyslog();
  ensureBuilt('chrome', 'console');
  vitest('unit');
}

function vitest(name, ...more) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const args = ['run', ...more, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  run(name, tool('vitest', 'vitest.mjs'), args, {});
  if (!existsSync(report)) return void problems.push(`failed: ${name} (no report was written)`);
  const { numPassedTests, numFailedTests, numFailedTestSuites, success, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  for (const { name: file, assertionResults } of testResults)
    for (const { fullName, status } of assertionResults)
      if (status !== 'passed') named.push(`${status}: ${name} › ${relative(root, file)} › ${fullName}`);
  passed += numPassedTests;
  failed += numFailedTests;
  if (!success && numFailedTests === 0) problems.push(`failed: ${name} (${numFailedTestSuites} files could not run)`);
}

async function playwright(project) {
  const chromium = await findBrowser('chromium');
  if (!chromium) return skipped(project, noBrowser);
  ensureBuilt('chrome', 'console');
  browserTests(project, { CHROME_PATH: chromium });
}

async function browser() {
  ensureBuilt('gate-out');
  await playwright('browser');
}

async function long() {
  ensureBuilt('no-slots');
  await playwright('long');
}

async function managed() {
  if (process.getuid?.() !== 0) return skipped('managed', 'machine-wide policy files need root');
  ensureBuilt('inert');
  await playwright('managed');
}

async function firefox() {
  const found = await findBrowser('firefox');
  if (!found) return skipped('firefox', noFirefox);
  ensureBuilt('firefox', 'inert-firefox', 'gate-out-firefox');
  browserTests('firefox', { FIREFOX_PATH: found });
}

function browserTests(project, extra) {
  const report = join(results, `${project}.json`);
  rmSync(report, { force: true });
  const env = { ...extra, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = ['test', '--config', 'test/e2e/playwright.config.ts', '--project', project, '--reporter=list,json'];
  run(project, tool('@playwright', 'test', 'cli.js'), args, env);
  if (!existsSync(report)) return void problems.push(`failed: ${project} (no report was written)`);
  const { stats, errors, suites: files } = JSON.parse(readFileSync(report, 'utf8'));
  nameThoseThatFailed(project, files);
  passed += stats.expected + stats.flaky;
  failed += stats.unexpected;
  if (stats.skipped > 0) skipped(project, `${stats.skipped} tests`);
  if (errors.length > 0) problems.push(`failed: ${project} (${errors.length} errors outside of tests)`);
  if (stats.expected + stats.unexpected + stats.flaky === 0) problems.push(`failed: ${project} (no test ran)`);
}

function nameThoseThatFailed(project, suites, path = []) {
  for (const { title, specs = [], suites: inner = [] } of suites) {
    const here = [...path, title];
    for (const spec of specs) {
      const status = spec.tests[0]?.status;
      if (status !== 'unexpected' && status !== 'flaky') continue;
      const word = status === 'flaky' ? 'flaky' : 'failed';
      named.push(`${word}: ${project} › ${[...here, spec.title].join(' › ')}`);
      for (const { error } of spec.tests[0].results) if (error?.message) named.push(...saidBy(error.message));
    }
    nameThoseThatFailed(project, inner, here);
  }
}

/** The lines of a message that say something, without colours. */
function saidBy(message) {
  const lines = stripVTControlCharacters(message).split('\n');
  return lines.filter((line) => line.trim() !== '').slice(0, 12).map((line) => `  ${line.slice(0, 300)}`); // prettier-ignore
}

function run(name, file, args, env) {
  const { status, signal } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (signal) problems.push(`failed: ${name} (ended by ${signal})`);
  else if (status !== 0 && !['unit', 'drills'].includes(name)) process.stdout.write(`${name} ended with ${status}\n`);
}

/** Loud everywhere, and a failure where everything must run. */
function skipped(name, reason) {
  process.stdout.write(`skipped: ${name} (${reason})\n`);
  if (ci) problems.push(`failed: ${name} did not run`);
}
