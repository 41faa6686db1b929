import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Hungarian tax numbers of people: 8, days since 1867, serial, a check by 11.
 * https://nav.gov.hu/
 */
export const huTaxId: Detector = {
  id: 'hu-tax-id',
  title: 'Hungarian tax number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:8\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['adoazonos', 'azonos', 'tax id', 'tax number'],
  verify: (value) => weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(value[9]),
};
