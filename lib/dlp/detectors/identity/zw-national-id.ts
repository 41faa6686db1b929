import type { Detector } from '../../types.ts';

/**
 * Zimbabwean identity numbers: district, serial, letter, district of origin.
 * https://www.moha.gov.zw/
 */
export const zwNationalId: Detector = {
  id: 'zw-national-id',
  title: 'Zimbabwean identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d-?\d{6,7} ?[A-Z] ?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['zimbabwe', 'national id', 'id number'],
};
