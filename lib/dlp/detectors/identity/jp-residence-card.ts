import type { Detector } from '../../types.ts';

/**
 * Japanese residence cards: two letters, eight digits, two letters.
 * https://www.moj.go.jp/isa/
 */
export const jpResidenceCard: Detector = {
  id: 'jp-residence-card',
  title: 'Japanese residence card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{8}[A-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['在留カード', 'residence card', 'zairyu'],
};
