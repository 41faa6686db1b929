import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Swiss business numbers: CHE, nine digits, check by 11.
 * https://www.uid.admin.ch/
 */
export const chUid: Detector = {
  id: 'ch-uid',
  title: 'Swiss business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:CHE[- ]?\d{3}\.?\d{3}\.?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  anchors: [], // three letters are in many words, so many digits close together are not
  confidence: 0.55,
  context: ['uid', 'mwst', 'tva', 'iva'],
  verify: (value) => (11 - (weighted(digitsOf(value), [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === Number(value.at(-1)),
};
