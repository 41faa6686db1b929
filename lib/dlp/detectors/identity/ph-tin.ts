import type { Detector } from '../../types.ts';

/**
 * Philippine tax numbers: nine digits and a branch; after a word that says so.
 * https://www.bir.gov.ph/
 */
export const phTin: Detector = {
  id: 'ph-tin',
  title: 'Philippine tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}-?\d{3}-?\d{3}(?:-?\d{3,5})?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['tin', 'bir', 'tax id'],
  verify: (value) => new Set(value).size > 3,
};
