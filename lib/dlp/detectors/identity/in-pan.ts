import type { Detector } from '../../types.ts';

/**
 * Indian permanent account numbers: five letters, the fourth says whose, four digits, a letter.
 * https://incometaxindia.gov.in/
 */
export const inPan: Detector = {
  id: 'in-pan',
  title: 'Indian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{3}[ABCFGHJLNPT][A-Z]\d{4}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  alone: true,
  context: ['pan', 'permanent account', 'income tax'],
};
