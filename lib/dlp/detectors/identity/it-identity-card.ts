import type { Detector } from '../../types.ts';

/**
 * Italian identity card and passport numbers: letters and digits in one of three orders.
 * https://www.cartaidentita.interno.gov.it/
 */
export const itIdentityCard: Detector = {
  id: 'it-identity-card',
  title: 'Italian identity card number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2} ?\d{7}|\d{7} ?[A-Z]{2}|[A-Z]{2}\d{5}[A-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['carta d', 'identity card', 'cie', 'passaporto', 'passport'],
};
