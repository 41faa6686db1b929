import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Moldovan personal numbers (IDNP): thirteen digits, weights 7, 3, 1, mod 10.
 * https://asp.gov.md/
 */
export const mdIdnp: Detector = {
  id: 'md-idnp',
  title: 'Moldovan personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[0-2]\d{12})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['idnp', 'cod personal'],
  verify: (value) => weighted(value, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(value[12]),
};
