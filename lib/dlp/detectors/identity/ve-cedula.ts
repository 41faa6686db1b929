import type { Detector } from '../../types.ts';

/**
 * Venezuelan identity cards: V or E, then six to eight digits.
 * https://www.saime.gob.ve/
 */
export const veCedula: Detector = {
  id: 've-cedula',
  title: 'Venezuelan identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[VE]-?\d{1,2}\.?\d{3}\.?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'c.i.'],
};
