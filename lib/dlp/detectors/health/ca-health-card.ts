import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Canadian health cards: Quebec with four letters of the name, Ontario with ten digits and a version, others of nine or ten digits; after a word that says so.
 * https://www.ontario.ca/page/health-card-renewal
 */
export const caHealthCard: Detector = {
  id: 'ca-health-card',
  title: 'Canadian health card number',
  category: 'health',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{4} ?\d{4} ?\d{4}|\d{4}[- ]?\d{3}[- ]?\d{3}(?:[- ]?[A-Z]{2})?|\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: [
    'health card',
    'ohip',
    'ramq',
    'assurance maladie',
    'phn',
    'health number',
    'carte soleil',
    'healthcare number',
  ],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
