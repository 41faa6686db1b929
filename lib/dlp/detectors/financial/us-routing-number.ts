import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Routing numbers of US banks: nine digits, weights 3, 7, 1.
 * https://www.aba.com/about-us/routing-number
 */
export const usRoutingNumber: Detector = {
  id: 'us-routing-number',
  title: 'US routing number',
  category: 'financial',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d\d-?\d{4}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['routing', 'aba', 'rtn', 'bank', 'wire'],
  verify: (value) =>
    weighted(digitsOf(value), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 && new Set(digitsOf(value)).size > 3,
};
