import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Mexican bank accounts (CLABE): bank, place, account, weights 3, 7, 1, mod 10.
 * https://www.banxico.org.mx/
 */
export const mxClabe: Detector = {
  id: 'mx-clabe',
  title: 'Mexican bank account',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3} ?\d{3} ?\d{11} ?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['clabe', 'interbancaria', 'cuenta'],
  verify: (value) => isClabe(digitsOf(value)),
};

/** Each product counts with its last digit only. */
function isClabe(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (Number(number[place]) * ([3, 7, 1][place % 3] ?? 0)) % 10;
  return (10 - (sum % 10)) % 10 === Number(number[17]);
}
