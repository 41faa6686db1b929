import { digitsOf, passesMod1110 } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * German VAT identification numbers: DE and nine digits, ISO 7064 mod 11,10.
 * https://ec.europa.eu/taxation_customs/vies/
 */
export const deVatId: Detector = {
  id: 'de-vat-id',
  title: 'German VAT number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:DE[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  anchors: [], // two letters are in every text, so many digits close together are not
  confidence: 0.5,
  context: ['ust', 'vat', 'umsatzsteuer'],
  verify: (value) => passesMod1110(digitsOf(value)),
};
