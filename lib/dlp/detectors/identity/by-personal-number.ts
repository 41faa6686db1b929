import { passesIcao } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Belarusian personal numbers: sex and century, date of birth, region, serial, citizenship, check by 7, 3, 1.
 * https://mvd.gov.by/
 */
export const byPersonalNumber: Detector = {
  id: 'by-personal-number',
  title: 'Belarusian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-6]\d{6}[ABCHKEM]\d{3}(?:PB|BA|BI)\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['belarus', 'личный'],
  verify: (value) => passesIcao(value),
};
