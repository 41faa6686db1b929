import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian numbers of companies: fourteen places, two of them checks by 11.
 * https://www.gov.br/receitafederal/
 */
export const brCnpj: Detector = {
  id: 'br-cnpj',
  title: 'Brazilian CNPJ',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d\.?\d{3}\.?\d{3}\/?\d{4}-?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['cnpj'],
  verify: (value) => isCnpj(digitsOf(value)),
};

function isCnpj(number: string): boolean {
  const check = (weights: readonly number[]) => ((weighted(number, weights) * 10) % 11) % 10;
  const first = check([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = check([6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return first === Number(number[12]) && second === Number(number[13]) && new Set(number).size > 2;
}
