import type { Detector } from '../../types.ts';

/**
 * Irish passports: two letters and seven digits, or one and eight.
 * https://www.dfa.ie/passports/
 */
export const iePassport: Detector = {
  id: 'ie-passport',
  title: 'Irish passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2}\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['irish passport', 'passport card'],
};
