import type { Detector } from '../../types.ts';

/**
 * German driving licence numbers: two letters of the authority, eight digits, a check.
 * https://www.kba.de/
 */
export const deDrivingLicence: Detector = {
  id: 'de-driving-licence',
  title: 'German driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{8}[A-Z0-9])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['hrerschein', 'fuehrerschein', 'fahrerlaubnis', 'driving licen', 'driver licen'],
};
