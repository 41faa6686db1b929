import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Dominican identity cards: three, seven and one digit, Luhn.
 * https://jce.gob.do/
 */
export const doCedula: Detector = {
  id: 'do-cedula',
  title: 'Dominican identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}-?\d{7}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'dominican'],
  verify: (value) => passesLuhn(digitsOf(value)) && new Set(digitsOf(value)).size > 3,
};
