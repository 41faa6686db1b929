import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Iranian national codes: ten digits, weights 10 to 2, check by 11.
 * https://www.sabteahval.ir/
 */
export const irNationalCode: Detector = {
  id: 'ir-national-code',
  title: 'Iranian national code',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}-?\d{6}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['کد ملی', 'کدملی', 'melli', 'national code'],
  verify: (value) => isMelli(digitsOf(value)),
};

function isMelli(number: string): boolean {
  const rest = weighted(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === Number(number[9]) && new Set(number).size > 2;
}
