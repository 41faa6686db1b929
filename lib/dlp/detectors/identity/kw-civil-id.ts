import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Kuwaiti civil numbers: century, date of birth, serial, check by 11.
 * https://www.paci.gov.kw/
 */
export const kwCivilId: Detector = {
  id: 'kw-civil-id',
  title: 'Kuwaiti civil number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[23]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['civil id', 'kuwait', 'المدني'],
  verify: (value) => 11 - (weighted(value, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) === Number(value[11]),
};
