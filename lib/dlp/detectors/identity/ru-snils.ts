import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Russian pension numbers (SNILS): nine digits, check by 101.
 * https://sfr.gov.ru/
 */
export const ruSnils: Detector = {
  id: 'ru-snils',
  title: 'Russian pension number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['snils', 'снилс', 'пенсион'],
  verify: (value) =>
    (weighted(digitsOf(value), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digitsOf(value).slice(-2)),
};
