import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Paraguayan tax numbers: five to eight digits and a check by 11.
 * https://www.dnit.gov.py/
 */
export const pyRuc: Detector = {
  id: 'py-ruc',
  title: 'Paraguayan tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{5,8}-\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ruc', 'paraguay'],
  verify: (value) => isRuc(digitsOf(value)),
};

/** Weights from 2 upwards from the right. */
function isRuc(number: string): boolean {
  const sum = weighted(number.slice(0, -1).padStart(8, '0'), [9, 8, 7, 6, 5, 4, 3, 2]);
  return (((-sum % 11) + 11) % 11) % 10 === Number(number.at(-1)) && new Set(number).size > 3;
}
