import type { Detector } from '../../types.ts';

/**
 * Qatari identity numbers: century, year, country, serial.
 * https://portal.moi.gov.qa/
 */
export const qaQid: Detector = {
  id: 'qa-qid',
  title: 'Qatari identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[23]\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['qid', 'qatar'],
  verify: (value) => new Set(value).size > 3,
};
