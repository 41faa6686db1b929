import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * French tax numbers of people (SPI): thirteen digits from 0 to 3, the last three the rest of the others by 511.
 * https://www.impots.gouv.fr/
 */
export const frTaxNumber: Detector = {
  id: 'fr-tax-number',
  title: 'French tax number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[0-3]\d(?: ?\d\d){1}(?: ?\d{3}){3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['fiscal', 'spi', 'impot'],
  verify: (value) => Number(digitsOf(value).slice(0, 10)) % 511 === Number(digitsOf(value).slice(10)),
};
