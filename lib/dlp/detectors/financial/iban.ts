import { ibanLengths, passesIban } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/** Countries by length: each has its own, so that a word behind the number is never read as a part of it. */
const byLength = new Map<number, string[]>();
for (const [country, length] of Object.entries(ibanLengths))
  byLength.set(length, [...(byLength.get(length) ?? []), country]);
const shapes = [...byLength].map(
  ([length, countries]) => `(?:${countries.join('|')})\\d\\d(?:[ -]?[A-Z0-9]){${length - 4}}`,
);

/**
 * International bank account numbers: country, two check digits, mod 97 equals 1, and the country's own length.
 * https://www.swift.com/standards/data-standards/iban-international-bank-account-number
 */
export const iban: Detector = {
  id: 'iban',
  title: 'IBAN',
  category: 'financial',
  severity: 'high',
  pattern: new RegExp(`(?<![A-Za-z0-9])(?:${shapes.join('|')})(?![A-Za-z0-9])`, 'g'),
  verify: passesIban,
};
