import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian health cards (CNS): fifteen digits, weights 15 to 1, divisible by 11.
 * https://www.gov.br/saude/
 */
export const brCns: Detector = {
  id: 'br-cns',
  title: 'Brazilian health card number',
  category: 'health',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-2789]\d\d ?\d{4} ?\d{4} ?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cns', 'cartao sus', 'nacional de sa'],
  verify: (value) => weighted(digitsOf(value), [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
};
