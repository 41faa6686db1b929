import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Australian company numbers: nine digits, weights 8 to 1, mod 10.
 * https://asic.gov.au/for-business/registering-a-company/steps-to-register-a-company/australian-company-numbers/
 */
export const auAcn: Detector = {
  id: 'au-acn',
  title: 'Australian company number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}(?: ?\d{3}){2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['acn', 'company number'],
  verify: (value) =>
    (10 - (weighted(digitsOf(value), [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(value.at(-1)) &&
    new Set(digitsOf(value)).size > 2,
};
