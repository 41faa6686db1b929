import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Irish personal public service numbers: seven digits, a check letter by 23, a second letter.
 * https://www.gov.ie/en/department-of-social-protection/
 */
export const iePps: Detector = {
  id: 'ie-pps',
  title: 'Irish PPS number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{7}[A-W][A-IW]?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  context: ['pps', 'ppsn'],
  verify: (value) =>
    'WABCDEFGHIJKLMNOPQRSTUV'[
      (weighted(value, [8, 7, 6, 5, 4, 3, 2]) + (value.length > 8 ? 9 * ((value.charCodeAt(8) - 64) % 23) : 0)) % 23
    ] === value[7],
};
