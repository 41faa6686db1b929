import type { Detector } from '../../types.ts';

/**
 * French driving licences: twelve digits, or two digits, two letters and five digits.
 * https://permisdeconduire.ants.gouv.fr/
 */
export const frDrivingLicence: Detector = {
  id: 'fr-driving-licence',
  title: 'French driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{12}|\d\d[A-Z]{2}\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['permis de conduire', 'permis n', 'permis:'],
  verify: (value) => new Set(value).size > 3 && !value.startsWith('123456'),
};
