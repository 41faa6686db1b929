import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Portuguese tax numbers: nine digits with a check by 11.
 * https://www.portaldasfinancas.gov.pt/
 */
export const ptNif: Detector = {
  id: 'pt-nif',
  title: 'Portuguese tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1235689]\d{8})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nif', 'contribuinte'],
  verify: (value) => ((11 - (weighted(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(value[8]),
};
