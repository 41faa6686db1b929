import type { Detector } from '../../types.ts';

/**
 * Indian driving licences: state, office, year, seven digits.
 * https://parivahan.gov.in/
 */
export const inDrivingLicence: Detector = {
  id: 'in-driving-licence',
  title: 'Indian driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:A[NPRS]|B[RH]|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[KPA]|WB)[- ]?\d\d[- ]?(?:19|20)\d\d[- ]?\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  context: ['licen', 'driving'],
};
