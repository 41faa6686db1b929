import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Salvadoran identity cards: eight digits, weights 9 to 2, a check by 10.
 * https://www.rnpn.gob.sv/
 */
export const svDui: Detector = {
  id: 'sv-dui',
  title: 'Salvadoran identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:0\d{7}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['dui', 'salvador'],
  verify: (value) => (10 - (weighted(digitsOf(value), [9, 8, 7, 6, 5, 4, 3, 2]) % 10)) % 10 === Number(value.at(-1)),
};
