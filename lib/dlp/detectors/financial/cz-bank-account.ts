import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Czech and Slovak bank accounts: prefix and account, each with a check by 11, and the bank.
 * https://www.cnb.cz/
 */
export const czBankAccount: Detector = {
  id: 'cz-bank-account',
  title: 'Czech and Slovak bank account',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:\d{1,6}-)?\d{5,10}\/\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['uctu', 'účtu', 'učet', 'ucet', 'bank account'],
  verify: isAccount,
};

function isAccount(value: string): boolean {
  const [account = ''] = value.split('/');
  const parts = account.split('-');
  return parts.every((part) => weighted(part.padStart(10, '0'), [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0);
}
