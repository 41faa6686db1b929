import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Spanish bank accounts (CCC): bank, branch, two checks by 11, account.
 * https://www.bde.es/
 */
export const esBankAccount: Detector = {
  id: 'es-bank-account',
  title: 'Spanish bank account',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{4}[- ]?\d{4}[- ]?\d\d[- ]?\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ccc', 'cuenta'],
  verify: (value) => isCcc(digitsOf(value)),
};

function isCcc(number: string): boolean {
  const check = (digits: string) => '01987654321'[weighted(digits, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11];
  const bank = check(`00${number.slice(0, 8)}`);
  const account = check(number.slice(10));
  return bank === number[8] && account === number[9];
}
