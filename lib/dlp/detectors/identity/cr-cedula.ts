import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Costa Rican identity cards: province, four and four digits.
 * https://www.tse.go.cr/
 */
export const crCedula: Detector = {
  id: 'cr-cedula',
  title: 'Costa Rican identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9]-?\d{4}-?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'costa rica'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
