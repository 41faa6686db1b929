import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Slovenian tax numbers: eight digits, check by 11.
 * https://www.fu.gov.si/
 */
export const siTaxNumber: Detector = {
  id: 'si-tax-number',
  title: 'Slovenian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:SI)?[1-9]\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['davcna', 'tevilka', 'id za ddv'],
  verify: (value) => {
    const check = 11 - (weighted(digitsOf(value), [8, 7, 6, 5, 4, 3, 2]) % 11);
    return check < 11 && check % 10 === Number(value.at(-1));
  },
};
