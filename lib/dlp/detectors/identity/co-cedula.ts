import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Colombian identity cards: six to ten digits after a word that says so.
 * https://www.registraduria.gov.co/
 */
export const coCedula: Detector = {
  id: 'co-cedula',
  title: 'Colombian identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{1,3}(?:\.\d{3}){2,3}|\d{6,10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'c.c.', 'ciudadan'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
