import type { Detector } from '../../types.ts';

/**
 * Australian driving licences, whose shape each state sets; after a word that says so.
 * https://austroads.gov.au/
 */
export const auDriverLicence: Detector = {
  id: 'au-driver-licence',
  title: 'Australian driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]?\d{6,10}[A-Z]?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['driver licence', 's licence', 'driver_licence', 'driverlicence'],
  verify: (value) => new Set(value).size > 3,
};
