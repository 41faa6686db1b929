import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Colombian tax numbers (NIT): eight to ten digits and a check by 11 with primes.
 * https://www.dian.gov.co/
 */
export const coNit: Detector = {
  id: 'co-nit',
  title: 'Colombian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{1,3}(?:\.?\d{3}){2}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nit', 'rut'],
  verify: (value) => isNit(digitsOf(value)),
};

function isNit(number: string): boolean {
  const body = number.slice(0, -1).padStart(15, '0');
  const rest = weighted(body, [71, 67, 59, 53, 47, 43, 41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
  return '01987654321'[rest] === number.at(-1) && new Set(number).size > 3;
}
