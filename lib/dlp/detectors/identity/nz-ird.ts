import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * New Zealand tax numbers (IRD): eight or nine digits, check by 11 with a second set of weights.
 * https://www.ird.govt.nz/
 */
export const nzIrd: Detector = {
  id: 'nz-ird',
  title: 'New Zealand tax number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{2,3}[- ]?\d{3}[- ]?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ird', 'inland revenue'],
  verify: (value) => isIrd(digitsOf(value).padStart(9, '0')),
};

function isIrd(number: string): boolean {
  const value = Number(number.slice(0, 8));
  const check = (weights: readonly number[]) => (11 - (weighted(number, weights) % 11)) % 11;
  const first = check([3, 2, 7, 6, 5, 4, 3, 2]);
  const found = first === 10 ? check([7, 4, 3, 2, 5, 2, 7, 6]) : first;
  return value > 1e6 && found === Number(number[8]);
}
