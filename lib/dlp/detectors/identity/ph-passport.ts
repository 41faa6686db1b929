import type { Detector } from '../../types.ts';

/**
 * Philippine passports: a letter, seven digits, a letter.
 * https://www.passport.gov.ph/
 */
export const phPassport: Detector = {
  id: 'ph-passport',
  title: 'Philippine passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2}\d{7}[A-Z]?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['passport', 'pasaporte'],
};
