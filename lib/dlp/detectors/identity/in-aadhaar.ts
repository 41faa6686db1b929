import { digitsOf, passesVerhoeff } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Indian Aadhaar numbers: twelve digits, Verhoeff.
 * https://uidai.gov.in/
 */
export const inAadhaar: Detector = {
  id: 'in-aadhaar',
  title: 'Indian Aadhaar number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[2-9]\d{3}[- :]?\d{4}[- :]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['aadhaar', 'aadhar', 'uidai', 'uid'],
  verify: (value) => passesVerhoeff(digitsOf(value)) && new Set(digitsOf(value)).size > 3,
};
