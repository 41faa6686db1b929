import type { Detector } from '../../types.ts';

/**
 * Peruvian identity cards: eight digits, after a word that says so.
 * https://www.reniec.gob.pe/
 */
export const peDni: Detector = {
  id: 'pe-dni',
  title: 'Peruvian identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8}(?:-[\dA-K])?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['dni', 'documento nacional'],
  verify: (value) => new Set(value).size > 3 && !/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(value),
};
