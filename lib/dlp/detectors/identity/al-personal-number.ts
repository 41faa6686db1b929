import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Albanian personal numbers: a letter of the decade, year, month, day, serial, letter.
 * https://e-albania.al/
 */
export const alPersonalNumber: Detector = {
  id: 'al-personal-number',
  title: 'Albanian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-T]\d{8}[A-W])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['numri personal', 'nid', 'albania'],
  verify: (value) => isMonthAndDay(String(Number(value.slice(2, 4)) % 50), value.slice(4, 6)),
};
