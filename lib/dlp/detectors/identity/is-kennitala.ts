import { digitsOf, isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Icelandic identity numbers: date of birth, serial, check by 11, century.
 * https://www.skra.is/english/people/id-numbers/
 */
export const isKennitala: Detector = {
  id: 'is-kennitala',
  title: 'Icelandic kennitala',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[0-7]\d[01]\d{3}-?\d{3}[089])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['kennitala', 'kt.', 'kt:', 'icelandic'],
  verify: (value) =>
    weighted(digitsOf(value), [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 &&
    isMonthAndDay(value.slice(2, 4), String(Number(value.slice(0, 2)) % 40)),
};
