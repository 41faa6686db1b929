import type { Detector } from '../../types.ts';

/**
 * Dutch passports and identity cards: two letters, six places without O, a digit.
 * https://www.rvig.nl/
 */
export const nlDocument: Detector = {
  id: 'nl-document',
  title: 'Dutch passport or identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-NP-Z]{2}[A-NP-Z0-9]{6}\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['paspoort', 'identiteitskaart', 'documentnummer'],
  verify: (value) => /\d.*\d/.test(value),
};
