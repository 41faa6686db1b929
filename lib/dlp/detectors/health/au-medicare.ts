import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Australian Medicare numbers: ten digits, weights 1, 3, 7, 9, the ninth is the check.
 * https://www.servicesaustralia.gov.au/medicare-card
 */
export const auMedicare: Detector = {
  id: 'au-medicare',
  title: 'Australian Medicare number',
  category: 'health',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[2-6]\d{3} ?\d{5} ?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['medicare'],
  verify: (value) => weighted(digitsOf(value), [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digitsOf(value)[8]),
};
