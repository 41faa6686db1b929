import type { Detector } from '../../types.ts';

/**
 * Spanish passport numbers: three letters, six digits.
 * https://www.interior.gob.es/
 */
export const esPassport: Detector = {
  id: 'es-passport',
  title: 'Spanish passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{3}\d{6})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['pasaporte', 'passport'],
};
