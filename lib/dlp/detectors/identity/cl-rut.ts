import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Chilean tax and identity numbers: up to eight digits, a check by 11 with K.
 * https://www.sii.cl/
 */
export const clRut: Detector = {
  id: 'cl-rut',
  title: 'Chilean RUT',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{1,2}\.?\d{3}\.?\d{3}-[\dkK])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['rut', 'run'],
  verify: (value) => isRut(value),
};

/** Weights 2 to 7 from the right; eleven less the rest, K for ten. */
function isRut(value: string): boolean {
  const digits = digitsOf(value.slice(0, -1)).padStart(8, '0');
  const check = 11 - (weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return '0123456789K0'[check] === value.at(-1)?.toUpperCase();
}
