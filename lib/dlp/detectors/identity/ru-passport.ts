import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Russian internal passports: a series of four digits and a number of six.
 * https://mvd.ru/
 */
export const ruPassport: Detector = {
  id: 'ru-passport',
  title: 'Russian passport number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d ?\d\d ?(?:№ ?)?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['паспорт', 'passport', 'pasport', 'seriya'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
