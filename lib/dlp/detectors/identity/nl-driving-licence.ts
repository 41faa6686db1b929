import type { Detector } from '../../types.ts';

/**
 * Dutch driving licences: ten digits after a word that says so.
 * https://www.rdw.nl/
 */
export const nlDrivingLicence: Detector = {
  id: 'nl-driving-licence',
  title: 'Dutch driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rijbewijs'],
  verify: (value) => new Set(value).size > 3,
};
