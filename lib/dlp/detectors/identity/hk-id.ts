import type { Detector } from '../../types.ts';

/**
 * Hong Kong identity numbers: letters, six digits, a check in brackets.
 * https://www.immd.gov.hk/
 */
export const hkId: Detector = {
  id: 'hk-id',
  title: 'Hong Kong identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9.,_-])(?:[A-Z]{1,2}\d{6}\([0-9A]\))/g,
  confidence: 0.55,
  context: ['hkid', 'hong kong'],
};
