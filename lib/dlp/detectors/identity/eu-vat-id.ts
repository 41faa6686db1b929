import type { Detector } from '../../types.ts';

/**
 * VAT numbers of the European Union, Northern Ireland and Norway by their country, near a word for the tax.
 * https://ec.europa.eu/taxation_customs/vies/faq.html
 */
export const euVatId: Detector = {
  id: 'eu-vat-id',
  title: 'European VAT number',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:ATU[ ]?\d{8}|BE ?[01]\d{3}\.?\d{3}\.?\d{3}|BG ?\d{9,10}|CY ?\d{8}[A-Z]|CZ ?\d{8,10}|DK ?\d{2} ?\d{2} ?\d{2} ?\d{2}|(?:EE|EL|PT) ?\d{9}|ES ?[A-Z0-9]\d{7}[A-Z0-9]|(?:FI|HU|LU|MT|SI) ?\d{8}|FR ?[A-Z0-9]{2} ?\d{9}|(?:HR|IT|LV) ?\d{11}|IE ?\d[A-Z0-9]\d{5}[A-Z]{1,2}|LT ?(?:\d{9}|\d{12})|PL ?\d{10}|RO ?\d{2,10}|SE ?\d{12}|SK ?\d{10}|XI ?\d{9}|NO ?\d{9} ?MVA)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: [
    'vat',
    'ust-id',
    'ustid',
    'ust.-id',
    'uid-nummer',
    'tva',
    'btw',
    'p.iva',
    'p. iva',
    'partita iva',
    'codice iva',
    'momsnr',
    'moms ',
    'tax id',
    'umsatzsteuer',
  ],
};
