import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Indonesian tax numbers (NPWP): nine digits with Luhn, office and branch.
 * https://www.pajak.go.id/
 */
export const idNpwp: Detector = {
  id: 'id-npwp',
  title: 'Indonesian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d\.?\d{3}\.?\d{3}\.?\d[-.]?\d{3}\.?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['npwp', 'wajib pajak'],
  verify: (value) => passesLuhn(digitsOf(value).slice(0, 9)),
};
