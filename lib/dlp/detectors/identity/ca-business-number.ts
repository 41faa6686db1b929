import { passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Canadian business numbers: nine digits with Luhn, a program of two letters and four digits.
 * https://www.canada.ca/en/services/taxes/business-number.html
 */
export const caBusinessNumber: Detector = {
  id: 'ca-business-number',
  title: 'Canadian business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9} ?(?:RT|RC|RP|RM|RR|RZ) ?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['gst', 'hst', 'business number'],
  verify: (value) => passesLuhn(value.slice(0, 9)),
};
