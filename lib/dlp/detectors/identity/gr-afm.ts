import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Greek tax numbers (AFM): nine digits, powers of two, mod 11.
 * https://www.aade.gr/
 */
export const grAfm: Detector = {
  id: 'gr-afm',
  title: 'Greek tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:EL)?\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['afm', 'αφμ', 'α.φ.μ'],
  verify: (value) =>
    (weighted(digitsOf(value), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(value.at(-1)) &&
    new Set(value).size > 3,
};
