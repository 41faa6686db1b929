import type { Detector } from '../../types.ts';

/**
 * Slovak identity cards: two letters and six digits.
 * https://www.minv.sk/?obciansky-preukaz
 */
export const skIdentityCard: Detector = {
  id: 'sk-identity-card',
  title: 'Slovak identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}[ ]?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['obciansk', 'iansky preukaz', 'preukaz'],
};
