import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Canadian driving licences: a letter of the name and digits (Ontario, Quebec), or digits; after a word that says so.
 * https://www.ontario.ca/page/get-g-drivers-licence-new-drivers
 */
export const caDriverLicence: Detector = {
  id: 'ca-driver-licence',
  title: 'Canadian driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]\d{4}[- ]?\d{5}[- ]?\d{5}|[A-Z]\d{4}[- ]?\d{6}[- ]?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  context: ['licen', 'permis'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
