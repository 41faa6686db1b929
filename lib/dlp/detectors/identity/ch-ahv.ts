import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Swiss social security numbers: EAN-13 with the prefix 756.
 * https://www.zas.admin.ch/
 */
export const chAhv: Detector = {
  id: 'ch-ahv',
  title: 'Swiss social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:756[. ]?\d{4}[. ]?\d{4}[. ]?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  anchors: ['756'],
  confidence: 0.55,
  context: ['ahv', 'avs', 'sozialversicherung'],
  verify: (value) =>
    (10 - (weighted(digitsOf(value), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(value.at(-1)),
};
