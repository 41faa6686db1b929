import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian numbers of natural persons: eleven digits, two of them checks by 11.
 * https://www.gov.br/receitafederal/
 */
export const brCpf: Detector = {
  id: 'br-cpf',
  title: 'Brazilian CPF',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}\.?\d{3}\.?\d{3}-?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['cpf'],
  verify: (value) => isCpf(digitsOf(value)),
};

/** Two checks by 11 over nine and ten digits. */
function isCpf(number: string): boolean {
  const check = (weights: readonly number[]) => ((weighted(number, weights) * 10) % 11) % 10;
  const first = check([10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = check([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return first === Number(number[9]) && second === Number(number[10]) && new Set(number).size > 2;
}
