import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Canadian social insurance numbers: nine digits, Luhn.
 * https://www.canada.ca/en/employment-social-development/services/sin.html
 */
export const caSin: Detector = {
  id: 'ca-sin',
  title: 'Canadian social insurance number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-79]\d\d[- ]?\d{3}[- ]?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['sin', 'social insurance', 'assurance sociale', 'nas'],
  verify: (value) => passesLuhn(digitsOf(value)) && new Set(digitsOf(value)).size > 3,
};
