import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Turkish identity numbers: eleven digits, two of them checks.
 * https://www.nvi.gov.tr/
 */
export const trNationalId: Detector = {
  id: 'tr-national-id',
  title: 'Turkish identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9]\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  alone: true,
  context: ['tckn', 't.c.', 'kimlik', 'tc no', 'turkish id'],
  verify: (value) => isTckn(value),
};

/** The tenth digit is seven times the odd places less the even ones, the eleventh the sum of the ten, both mod 10. */
function isTckn(value: string): boolean {
  const odd = weighted(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(value, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = Number(value[9]);
  return (((odd * 7 - even) % 10) + 10) % 10 === tenth && (odd + even + tenth) % 10 === Number(value[10]);
}
