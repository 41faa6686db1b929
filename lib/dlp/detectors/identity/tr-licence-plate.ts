import type { Detector } from '../../types.ts';

/**
 * Turkish licence plates: province, letters, digits.
 * https://www.egm.gov.tr/
 */
export const trLicencePlate: Detector = {
  id: 'tr-licence-plate',
  title: 'Turkish licence plate',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[1-7]\d|8[01]) ?(?:[A-Z] ?\d{4,5}|[A-Z]{2} ?\d{3,4}|[A-Z]{3} ?\d{2,3})|(?:0[1-9]|[1-7]\d|8[01]) ?[A-Z]{1,3} ?\d{2,4})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['plaka', 'plate'],
  // Capitals or small letters throughout: `23 Dec 2020` is a date.
  verify: (plate) => plate === plate.toUpperCase() || plate === plate.toLowerCase(),
};
