import type { Detector } from '../../types.ts';

/**
 * Australian passports: one or two letters and seven digits.
 * https://www.passports.gov.au/
 */
export const auPassport: Detector = {
  id: 'au-passport',
  title: 'Australian passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:[A-FNLRX]|P[A-FUWXZ]|R[AF])\d{7})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  context: ['passport'],
};
