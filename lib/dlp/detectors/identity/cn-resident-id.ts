import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Chinese resident identity numbers: area, date of birth, serial, ISO 7064 mod 11-2.
 * https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=080D6FBF2BB468F9007657F26D60013E
 */
export const cnResidentId: Detector = {
  id: 'cn-resident-id',
  title: 'Chinese resident number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['身份证', 'resident id'],
  verify: (value) =>
    '10X98765432'[weighted(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
    value.at(-1)?.toUpperCase(),
};
