import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('peers/', import.meta.url));
const folder = fileURLToPath(new URL('../../.output/bench-peers/', import.meta.url));

/** Installs the peers where nothing of the product is. Says why when it cannot. */
export function installPeers() {
  if (existsSync(join(folder, 'node_modules', 'redact-pii'))) return undefined;
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(folder, name));
  process.stderr.write('Installing the peers of the bench…\n');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return status === 0 ? undefined : 'the peers could not be installed';
}

const require = createRequire(join(folder, 'package.json'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);

/** secretlint with its recommended preset. */
export async function secretlint() {
  const { lintSource } = await load('@secretlint/core');
  const preset = await load('@secretlint/secretlint-rule-preset-recommend');
  const config = {
    rules: [
      { id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator ?? preset.default, options: {} },
    ],
  };
  return async (text) => {
    const source = { filePath: '/text.txt', content: text, contentType: 'text' };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map(({ range: [start, end], ruleId }) => ({ start, end, type: ruleId }));
  };
}

/** Phones by libphonenumber-js, IBANs by ibantools, cards and addresses by validator. */
export async function phonesAndNumbers() {
  const { findPhoneNumbersInText } = require('libphonenumber-js');
  const { isValidIBAN, electronicFormatIBAN } = require('ibantools');
  const validator = require('validator');
  const spans = (text, expression, holds, type) =>
    [...text.matchAll(expression)].flatMap(({ 0: value, index }) =>
      holds(value) ? [{ start: index, end: index + value.length, type }] : [],
    );
  return (text) => [
    ...findPhoneNumbersInText(text, 'US').map(({ startsAt, endsAt }) => ({
      start: startsAt,
      end: endsAt,
      type: 'phone',
    })),
    ...spans(
      text,
      /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}\b/g,
      (value) => isValidIBAN(electronicFormatIBAN(value) ?? ''),
      'iban',
    ),
    ...spans(text, /\b\d(?:[ -]?\d){12,18}\b/g, (value) => validator.isCreditCard(value.replace(/[ -]/g, '')), 'card'),
    ...spans(text, /[^\s@<>"'()]+@[^\s@<>"'(),;]+/g, (value) => validator.isEmail(value), 'email'),
  ];
}

/** redact-pii says no spans: a finding is a text that it changed. */
export async function redactPii() {
  const { SyncRedactor } = require('redact-pii');
  const redactor = new SyncRedactor();
  return (text) => (redactor.redact(text) === text ? [] : [{ start: 0, end: text.length, type: 'any' }]);
}
