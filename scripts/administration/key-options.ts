import { EndpointProblem } from '../../server/problem.ts';
import { openKeyBox, readPassphrase, readText } from '../../server/keys/key-box.ts';
import type { BoxKey } from '../../server/keys/key-box.ts';
import { parseJson } from '../../server/keys/grant.ts';
import { pathOf } from './command.ts';

/** The passphrase of key files: from a file, or from the environment. Never from the command line, which others can read. */
export function passphraseOf(file: string | undefined): string {
  return readPassphrase(file === undefined ? undefined : pathOf(file), process.env['SLUICE_KEY_PASSPHRASE']);
}

export function openKey(file: string, passphraseFile: string | undefined): BoxKey {
  return openKeyBox(pathOf(file), passphraseOf(passphraseFile));
}

export function readJsonFile(file: string): unknown {
  const value = parseJson(readText(pathOf(file)).replace(/^\ufeff/, ''));
  if (value === undefined) throw new EndpointProblem(`The file ${file} holds no JSON.`);
  return value;
}

/** The end of a day in UTC, or a moment. */
export function readEnd(text: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text;
  const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(moment) && !Number.isNaN(Date.parse(moment));
  if (!isMoment) throw new EndpointProblem('--not-after needs a day as YYYY-MM-DD, or a moment in UTC.', 2);
  return new Date(moment).toISOString();
}

export function readNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > largestNumber)
    throw new EndpointProblem(`--${name} needs a whole number from 1 to ${largestNumber}.`, 2);
  return Number(text);
}

const largestNumber = 2_000_000_000;
