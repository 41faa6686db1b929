import type { Detector } from '../../types.ts';

/**
 * Tanzanian identity numbers: date of birth, place, serial and check with hyphens.
 * https://www.nida.go.tz/
 */
export const tzNida: Detector = {
  id: 'tz-nida',
  title: 'Tanzanian identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{5}-\d{5}-\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['nida', 'tanzania'],
};
