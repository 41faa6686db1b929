import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Argentine tax and labour numbers: kind, identity number, check by 11.
 * https://www.afip.gob.ar/
 */
export const arCuit: Detector = {
  id: 'ar-cuit',
  title: 'Argentine CUIT',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:2[03467]|3[034])-?\d{8}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cuit', 'cuil'],
  verify: (value) =>
    (11 - (weighted(digitsOf(value), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(value.at(-1)),
};
