import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Uruguayan identity cards: seven digits and a check of weights 2, 9, 8, 7, 6, 3, 4.
 * https://www.gub.uy/ministerio-interior/
 */
export const uyCedula: Detector = {
  id: 'uy-cedula',
  title: 'Uruguayan identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\.?\d{3}\.?\d{3}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'c.i.', 'uruguay'],
  verify: (value) =>
    (10 - (weighted(digitsOf(value), [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === Number(value.at(-1)) &&
    new Set(digitsOf(value)).size > 3,
};
