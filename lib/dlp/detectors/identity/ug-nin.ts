import type { Detector } from '../../types.ts';

/**
 * Ugandan identity numbers: kind, sex, year of birth, nine places of digits and letters.
 * https://www.nira.go.ug/
 */
export const ugNin: Detector = {
  id: 'ug-nin',
  title: 'Ugandan identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:C[MF]\d{5}[A-Z0-9]{6}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['nin', 'uganda', 'national id'],
};
