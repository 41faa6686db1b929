import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Austrian social security numbers: serial, check, date of birth.
 * https://www.sozialversicherung.at/
 */
export const atSvnr: Detector = {
  id: 'at-svnr',
  title: 'Austrian social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9]\d{3} ?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['svnr', 'sozialversicherung', 'versicherungsnummer', 'sv-nummer'],
  verify: (value) => weighted(digitsOf(value), [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digitsOf(value)[3]),
};
