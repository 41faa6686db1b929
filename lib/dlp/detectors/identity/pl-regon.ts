import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Polish business numbers (REGON): nine digits, check by 11.
 * https://wyszukiwarkaregon.stat.gov.pl/
 */
export const plRegon: Detector = {
  id: 'pl-regon',
  title: 'Polish business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['regon'],
  verify: (value) => (weighted(value, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(value[8]),
};
