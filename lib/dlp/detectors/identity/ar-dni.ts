import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Argentine identity numbers: seven or eight digits with points, after a word that says so.
 * https://www.argentina.gob.ar/interior/renaper
 */
export const arDni: Detector = {
  id: 'ar-dni',
  title: 'Argentine identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{1,2}\.?\d{3}\.?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['dni', 'documento'],
  verify: (value) => value.includes('.') && new Set(digitsOf(value)).size > 3,
};
