import type { Detector } from '../../types.ts';

/**
 * Zambian registration cards: six digits, district, citizenship with slashes.
 * https://www.mohais.gov.zm/
 */
export const zmNrc: Detector = {
  id: 'zm-nrc',
  title: 'Zambian identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}\/\d\d\/[1-3])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['nrc', 'zambia', 'registration card'],
};
