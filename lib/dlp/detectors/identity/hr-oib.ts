import { passesMod1110 } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Croatian personal numbers: eleven digits, ISO 7064 mod 11,10.
 * https://www.porezna-uprava.hr/
 */
export const hrOib: Detector = {
  id: 'hr-oib',
  title: 'Croatian OIB',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['oib'],
  verify: (value) => passesMod1110(value) && new Set(value).size > 3,
};
