import { passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * French health professionals (RPPS): eleven digits with Luhn; ADELI: nine digits.
 * https://annuaire.sante.fr/
 */
export const frRpps: Detector = {
  id: 'fr-rpps',
  title: 'French health professional number',
  category: 'health',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11}|\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rpps', 'adeli', 'finess'],
  verify: (value) => value.length === 9 || passesLuhn(value),
};
