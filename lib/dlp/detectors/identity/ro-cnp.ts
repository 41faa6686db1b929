import { isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Romanian personal numbers: sex, date of birth, county, serial, check by 11.
 * https://www.mai.gov.ro/
 */
export const roCnp: Detector = {
  id: 'ro-cnp',
  title: 'Romanian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-8]\d{12})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['cnp', 'cod numeric'],
  // A rest of ten counts as one.
  verify: (value) =>
    '01234567891'[weighted(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11] === value[12] &&
    isMonthAndDay(value.slice(3, 5), value.slice(5, 7)),
};
