import type { Detector } from '../../types.ts';

/**
 * Azerbaijani personal numbers (FIN): seven places of capitals and digits after a word that says so.
 * https://www.e-gov.az/
 */
export const azPin: Detector = {
  id: 'az-pin',
  title: 'Azerbaijani personal number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?=[A-Z]{0,6}\d)[A-HJ-NP-Z0-9]{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['fin kod', 'fin code', 'azerbaijan'],
  verify: (value) => /\d.*\d/.test(value),
};
