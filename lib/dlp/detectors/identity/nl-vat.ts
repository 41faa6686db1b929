import type { Detector } from '../../types.ts';

/**
 * Dutch VAT numbers: nine digits, B and two digits.
 * https://www.belastingdienst.nl/wps/wcm/connect/nl/btw/content/btw-identificatienummer
 */
export const nlVat: Detector = {
  id: 'nl-vat',
  title: 'Dutch VAT number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:NL\d{9}B\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['btw', 'vat'],
};
