import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Argentine bank accounts (CBU, CVU): bank and branch with a check, account with a check.
 * https://www.bcra.gob.ar/
 */
export const arCbu: Detector = {
  id: 'ar-cbu',
  title: 'Argentine bank account',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8} ?\d{14})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cbu', 'cvu', 'cuenta'],
  verify: (value) => isCbu(digitsOf(value)),
};

/** Weights 7, 1, 3, 9 over the bank and 3, 9, 7, 1 over the account, mod 10. */
function isCbu(number: string): boolean {
  const bank = weighted(number, [7, 1, 3, 9, 7, 1, 3]);
  const account = weighted(number.slice(8), [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3]);
  return (10 - (bank % 10)) % 10 === Number(number[7]) && (10 - (account % 10)) % 10 === Number(number[21]);
}
