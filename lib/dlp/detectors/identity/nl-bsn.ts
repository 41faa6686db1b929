import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Dutch citizen service numbers: nine digits, the test of eleven.
 * https://www.rvig.nl/bsn
 */
export const nlBsn: Detector = {
  id: 'nl-bsn',
  title: 'Dutch citizen number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['bsn', 'burgerservice', 'sofinummer'],
  verify: (value) => weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && new Set(value).size > 3,
};
