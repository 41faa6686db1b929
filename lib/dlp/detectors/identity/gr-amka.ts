import { isMonthAndDay, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Greek social security numbers: date of birth, serial, Luhn.
 * https://www.amka.gr/
 */
export const grAmka: Detector = {
  id: 'gr-amka',
  title: 'Greek AMKA',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['amka', 'αμκα'],
  verify: (value) => passesLuhn(value) && isMonthAndDay(value.slice(2, 4), value.slice(0, 2)),
};
