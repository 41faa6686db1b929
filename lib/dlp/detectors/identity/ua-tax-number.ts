import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Ukrainian tax numbers of people (RNOKPP): ten digits, check by 11.
 * https://tax.gov.ua/
 */
export const uaTaxNumber: Detector = {
  id: 'ua-tax-number',
  title: 'Ukrainian tax number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rnokpp', 'рнокпп', 'іпн', 'ipn', 'податков'],
  verify: (value) => (((weighted(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10 === Number(value[9]),
};
