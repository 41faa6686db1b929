import type { Detector } from '../../types.ts';

/**
 * Indian vehicle registrations: state, district, letters, four digits.
 * https://parivahan.gov.in/
 */
export const inVehicle: Detector = {
  id: 'in-vehicle',
  title: 'Indian vehicle registration',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:A[NPRS]|B[RH]|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|N[L]|O[DR]|P[BY]|R[J]|S[K]|T[GNRS]|U[KPA]|W[B]) ?\d{1,2} ?[A-Z]{1,3} ?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  alone: true,
  context: ['vehicle', 'registration', 'plate', 'car'],
};
