import type { Detector } from '../../types.ts';

/**
 * Ghanaian identity cards: a country of three letters, nine digits, a check.
 * https://nia.gov.gh/
 */
export const ghCard: Detector = {
  id: 'gh-card',
  title: 'Ghanaian identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:GHA-\d{9}-\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  anchors: ['gha-'],
  confidence: 0.7,
  context: ['ghana'],
};
