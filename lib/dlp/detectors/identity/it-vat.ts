import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Italian VAT numbers: eleven digits, Luhn.
 * https://ec.europa.eu/taxation_customs/vies/
 */
export const itVat: Detector = {
  id: 'it-vat',
  title: 'Italian VAT number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8}_?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['partita iva', 'p.iva', 'p. iva', 'piva', 'vat'],
  verify: (value) => passesLuhn(digitsOf(value)) && new Set(digitsOf(value)).size > 2,
};
