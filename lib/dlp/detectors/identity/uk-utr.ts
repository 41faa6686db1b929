import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * UK unique taxpayer references: ten digits, the first a check by 11.
 * https://www.gov.uk/find-utr-number
 */
export const ukUtr: Detector = {
  id: 'uk-utr',
  title: 'UK tax reference',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{5} ?\d{5}K?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['utr', 'taxpayer reference', 'tax reference'],
  verify: (value) => '21987654321'[weighted(digitsOf(value).slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === value[0],
};
