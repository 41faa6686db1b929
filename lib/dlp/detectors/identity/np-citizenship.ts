import type { Detector } from '../../types.ts';

/**
 * Nepali citizenship certificates: district, office, year and serial with hyphens.
 * https://www.moha.gov.np/
 */
export const npCitizenship: Detector = {
  id: 'np-citizenship',
  title: 'Nepali citizenship number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d-\d\d-\d\d-\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['citizenship', 'nagarikta', 'नागरिकता'],
};
