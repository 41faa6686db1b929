import type { Detector } from '../../types.ts';

/**
 * UK passport numbers: two letters, seven digits.
 * https://www.gov.uk/browse/abroad/passports
 */
export const ukPassport: Detector = {
  id: 'uk-passport',
  title: 'UK passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{7})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['passport'],
};
