import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Hungarian social security numbers (TAJ): nine digits, weights 3 and 7, mod 10.
 * https://www.neak.gov.hu/
 */
export const huTaj: Detector = {
  id: 'hu-taj',
  title: 'Hungarian social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}[ -]?\d{3}[ -]?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['taj', 'taj-sz', 'social security'],
  verify: (value) =>
    weighted(digitsOf(value), [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(value.at(-1)) &&
    new Set(digitsOf(value)).size > 3,
};
