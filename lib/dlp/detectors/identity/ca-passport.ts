import type { Detector } from '../../types.ts';

/**
 * Canadian passports: two letters and six digits, or a letter, six digits and two letters.
 * https://www.canada.ca/en/immigration-refugees-citizenship/services/canadian-passports.html
 */
export const caPassport: Detector = {
  id: 'ca-passport',
  title: 'Canadian passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['passport', 'passeport'],
};
