import type { Detector } from '../../types.ts';

/**
 * Italian driving licence numbers: two letters, seven digits, a letter, or U1 and seven places.
 * https://www.ilportaledellautomobilista.it/
 */
export const itDrivingLicence: Detector = {
  id: 'it-driving-licence',
  title: 'Italian driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{7}[A-Z]|U1[BCDFGHJKLMNPRSTUWXYZ0-9]{7}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  alone: true,
  context: ['patente', 'licen'],
};
