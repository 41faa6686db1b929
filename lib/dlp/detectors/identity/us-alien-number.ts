import type { Detector } from '../../types.ts';

/**
 * US alien registration numbers: A and seven to nine digits.
 * https://www.uscis.gov/
 */
export const usAlienNumber: Detector = {
  id: 'us-alien-number',
  title: 'US alien registration number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:A[- ]?(?:\d{3}[- ]?\d{3}[- ]?\d{3}|\d{7,9}))(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['alien', 'uscis', 'a-number', 'green card', 'permanent resident'],
};
