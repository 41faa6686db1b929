import type { Detector } from '../../types.ts';

/**
 * US driving licence numbers, whose shape each state sets; known by a word beside them.
 * https://www.aamva.org/
 */
export const usDriverLicense: Detector = {
  id: 'us-driver-license',
  title: 'US driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2}\d{6,12}|\d{7,9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['driver license', 'driver licence', 'driving licen', 'drivers licen', "driver's licen", 'dl number'],
};
