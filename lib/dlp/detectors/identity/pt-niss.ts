import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Portuguese social security numbers: eleven digits, primes as weights, mod 10.
 * https://www.seg-social.pt/
 */
export const ptNiss: Detector = {
  id: 'pt-niss',
  title: 'Portuguese social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[12]\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['niss', 'seguranca social', 'a social'],
  verify: (value) => 9 - (weighted(value, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === Number(value[10]),
};
