import type { Detector } from '../../types.ts';

/**
 * US passport numbers: a letter and eight digits, or nine digits; known by a word beside them.
 * https://travel.state.gov/content/travel/en/passports.html
 */
export const usPassport: Detector = {
  id: 'us-passport',
  title: 'US passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]?\d{8,9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['passport', 'travel document'],
};
