import type { Detector } from '../../types.ts';

/**
 * Jordanian national numbers: ten digits from 9 or 2 after a word that says so.
 * https://www.cspd.gov.jo/
 */
export const joNationalNumber: Detector = {
  id: 'jo-national-number',
  title: 'Jordanian national number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[29]\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['jordan', 'الوطني'],
  verify: (value) => new Set(value).size > 3,
};
