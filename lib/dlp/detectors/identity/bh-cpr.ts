import type { Detector } from '../../types.ts';

/**
 * Bahraini personal numbers: year and month of birth, serial, check.
 * https://www.iga.gov.bh/
 */
export const bhCpr: Detector = {
  id: 'bh-cpr',
  title: 'Bahraini personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d(?:0[1-9]|1[0-2])\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cpr', 'bahrain'],
};
