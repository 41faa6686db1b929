import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Danish personal numbers: date of birth and four digits; the check of eleven no longer holds for all.
 * https://cpr.dk/
 */
export const dkCpr: Detector = {
  id: 'dk-cpr',
  title: 'Danish personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}-\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cpr', 'personnummer'],
  verify: (value) => isMonthAndDay(value.slice(2, 4), value.slice(0, 2)),
};
