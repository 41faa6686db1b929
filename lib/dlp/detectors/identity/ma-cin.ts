import type { Detector } from '../../types.ts';

/**
 * Moroccan identity cards: one or two letters and five to seven digits, after a word that says so.
 * https://www.cnie.ma/
 */
export const maCin: Detector = {
  id: 'ma-cin',
  title: 'Moroccan identity card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2}\d{5,7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cin', 'cnie', 'carte nationale'],
};
