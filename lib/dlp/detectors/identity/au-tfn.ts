import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Australian tax file numbers: nine digits, weights, mod 11.
 * https://www.ato.gov.au/individuals-and-families/tax-file-number
 */
export const auTfn: Detector = {
  id: 'au-tfn',
  title: 'Australian tax file number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}(?: ?\d{3}){2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['tfn', 'tax file'],
  verify: (value) =>
    weighted(digitsOf(value), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && new Set(digitsOf(value)).size > 2,
};
