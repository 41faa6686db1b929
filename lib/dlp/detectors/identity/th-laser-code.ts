import type { Detector } from '../../types.ts';

/**
 * The code on the back of Thai identity cards: two letters, a digit, seven and two digits.
 * https://www.bora.dopa.go.th/
 */
export const thLaserCode: Detector = {
  id: 'th-laser-code',
  title: 'Thai laser code',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d-\d{7}-\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['laser', 'thai id'],
};
