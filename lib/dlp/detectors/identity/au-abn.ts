import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Australian business numbers: eleven digits, one less in the first place, weights, mod 89.
 * https://abr.business.gov.au/Help/AbnFormat
 */
export const auAbn: Detector = {
  id: 'au-abn',
  title: 'Australian business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d(?: ?\d{3}){3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['abn', 'business number'],
  verify: (value) =>
    weighted(String(Number(digitsOf(value)) - 1e10).padStart(11, '0'), [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 ===
    0,
};
