import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Mexican social security numbers (IMSS): eleven digits, Luhn.
 * https://www.imss.gob.mx/
 */
export const mxNss: Detector = {
  id: 'mx-nss',
  title: 'Mexican social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d[- ]?\d\d[- ]?\d\d[- ]?\d{4}[- ]?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nss', 'imss', 'seguro social', 'seguridad social'],
  verify: (value) => passesLuhn(digitsOf(value)) && new Set(digitsOf(value)).size > 3,
};
