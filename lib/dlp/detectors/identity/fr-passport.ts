import type { Detector } from '../../types.ts';

/**
 * French passports: two digits, two letters, five digits.
 * https://www.service-public.fr/particuliers/vosdroits/N360
 */
export const frPassport: Detector = {
  id: 'fr-passport',
  title: 'French passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d[A-Z]{2}\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['passeport', 'passport'],
};
