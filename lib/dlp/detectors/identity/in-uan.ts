import type { Detector } from '../../types.ts';

/**
 * Indian provident fund accounts (UAN): twelve digits from 10 after a word that says so.
 * https://www.epfindia.gov.in/
 */
export const inUan: Detector = {
  id: 'in-uan',
  title: 'Indian provident fund number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:1[01]\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['uan', 'provident fund', 'epfo'],
  verify: (value) => new Set(value).size > 3,
};
