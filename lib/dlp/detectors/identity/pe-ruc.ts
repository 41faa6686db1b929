import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Peruvian tax numbers (RUC): kind, eight digits, check by 11.
 * https://www.sunat.gob.pe/
 */
export const peRuc: Detector = {
  id: 'pe-ruc',
  title: 'Peruvian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:1[0567]|20)\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ruc'],
  verify: (value) => (11 - (weighted(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value[10]),
};
