import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * UK VAT numbers: nine digits, weights 8 to 2, mod 97, since 2010 with 55 added.
 * https://www.gov.uk/guidance/vat-eu-country-codes-vat-numbers-and-vat-in-other-languages
 */
export const ukVat: Detector = {
  id: 'uk-vat',
  title: 'UK VAT number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:GB ?)?\d{3} ?\d{4} ?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['vat'],
  verify: (value) =>
    [0, 42, 55].includes(weighted(digitsOf(value), [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97) &&
    new Set(digitsOf(value)).size > 3,
};
