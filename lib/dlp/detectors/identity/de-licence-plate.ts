import type { Detector } from '../../types.ts';

/**
 * German licence plates: district, letters, up to four digits.
 * https://www.kba.de/
 */
export const deLicencePlate: Detector = {
  id: 'de-licence-plate',
  title: 'German licence plate',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]\d{1,4}[EH]?)(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['kennzeichen', 'kfz', 'licence plate', 'license plate', 'number plate'],
  // Capitals or small letters throughout: `See gh-7396` is none.
  // What a test run prints (`not ok 4`) is none either.
  verify: (plate) => (plate === plate.toUpperCase() || plate === plate.toLowerCase()) && !plate.startsWith('not ok'),
};
