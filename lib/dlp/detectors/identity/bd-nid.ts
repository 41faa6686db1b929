import type { Detector } from '../../types.ts';

/**
 * Bangladeshi identity cards: ten, thirteen or seventeen digits after a word that says so.
 * https://services.nidw.gov.bd/
 */
export const bdNid: Detector = {
  id: 'bd-nid',
  title: 'Bangladeshi identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{10}(?:\d{3})?|(?:19|20)\d{15})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nid', 'bangladesh', 'জাতীয়'],
  verify: (value) => new Set(value).size > 3,
};
