import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Scottish community health numbers: date of birth, serial, check by 11.
 * https://www.ndc.scot.nhs.uk/
 */
export const ukChi: Detector = {
  id: 'uk-chi',
  title: 'Scottish health number',
  category: 'health',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['chi'],
  verify: (value) => (11 - (weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(value[9]),
};
