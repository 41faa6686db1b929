import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Norwegian bank accounts: eleven digits, check by 11.
 * https://www.bits.no/
 */
export const noBankAccount: Detector = {
  id: 'no-bank-account',
  title: 'Norwegian bank account',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{4}[. ]?\d\d[. ]?\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['kontonummer', 'kontonr', 'bankkonto', 'bank account'],
  verify: (value) =>
    (11 - (weighted(digitsOf(value), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(value.at(-1)),
};
