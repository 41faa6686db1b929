import { digitsOf, isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Hungarian personal numbers: sex and century, date of birth, serial, a check by 11 whose weights turned in 1997.
 * https://net.jogtar.hu/jogszabaly?docid=99600020.tv
 */
export const huPersonalNumber: Detector = {
  id: 'hu-personal-number',
  title: 'Hungarian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-8][ -]?\d{6}[ -]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['szemelyi', 'lyi sz', 'lyi azonos', 'personal number', 'hungarian'],
  verify: (value) => isHungarian(digitsOf(value)),
};

function isHungarian(number: string): boolean {
  const old = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  const recent = weighted(number, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const check = Number(number[10]);
  return (old === check || recent === check) && isMonthAndDay(number.slice(3, 5), number.slice(5, 7));
}
