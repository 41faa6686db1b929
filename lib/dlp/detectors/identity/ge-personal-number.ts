import type { Detector } from '../../types.ts';

/**
 * Georgian personal numbers: eleven digits after a word that says so.
 * https://sda.gov.ge/
 */
export const gePersonalNumber: Detector = {
  id: 'ge-personal-number',
  title: 'Georgian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['პირადი', 'georgian personal', 'piradi nomeri', 'georgian id'],
  verify: (value) => new Set(value).size > 3,
};
