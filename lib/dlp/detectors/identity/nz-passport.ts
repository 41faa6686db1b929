import type { Detector } from '../../types.ts';

/**
 * New Zealand passports: one or two letters and six digits.
 * https://www.passports.govt.nz/
 */
export const nzPassport: Detector = {
  id: 'nz-passport',
  title: 'New Zealand passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[ENKLM][A-Z]?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['passport'],
};
