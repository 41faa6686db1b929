import type { Detector } from '../../types.ts';

/**
 * German postcodes: five digits after a word that says so.
 * https://www.deutschepost.de/
 */
export const dePostcode: Detector = {
  id: 'de-postcode',
  title: 'German postcode',
  category: 'contact',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[1-9]\d)\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['plz', 'postleitzahl'],
  verify: (value) => value !== '01000' && value < '99999',
};
