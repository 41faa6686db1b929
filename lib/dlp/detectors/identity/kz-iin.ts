import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Kazakh identity numbers: date of birth, century, serial, check by 11 in two rounds.
 * https://egov.kz/
 */
export const kzIin: Detector = {
  id: 'kz-iin',
  title: 'Kazakh identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['iin', 'иин', 'жсн'],
  verify: isIin,
};

function isIin(value: string): boolean {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return (first < 10 ? first : second) === Number(value[11]);
}
