import type { Detector } from '../../types.ts';

/**
 * Indian passport numbers: a letter and seven digits.
 * https://www.passportindia.gov.in/
 */
export const inPassport: Detector = {
  id: 'in-passport',
  title: 'Indian passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-PR-WY][1-9]\d ?\d{4}[1-9])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['passport', 'travel document'],
};
