import { isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Polish personal numbers: date of birth, serial, check by the weights 1, 3, 7, 9.
 * https://www.gov.pl/web/gov/czym-jest-numer-pesel
 */
export const plPesel: Detector = {
  id: 'pl-pesel',
  title: 'Polish PESEL',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['pesel'],
  verify: (value) =>
    weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 &&
    isMonthAndDay(String(Number(value.slice(2, 4)) % 20), value.slice(4, 6)),
};
