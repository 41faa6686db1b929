import type { Detector } from '../../types.ts';

/**
 * Nigerian vehicle registrations: three letters, three digits, two letters.
 * https://frsc.gov.ng/
 */
export const ngVehicle: Detector = {
  id: 'ng-vehicle',
  title: 'Nigerian vehicle registration',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{3}[- ]?\d{3}[A-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['plate', 'vehicle', 'registration'],
};
