import type { Detector } from '../../types.ts';

/**
 * Nigerian bank verification numbers: eleven digits from 22 after a word that says so.
 * https://nibss-plc.com.ng/
 */
export const ngBvn: Detector = {
  id: 'ng-bvn',
  title: 'Nigerian bank verification number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:2[12]\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['bvn', 'bank verification'],
  verify: (value) => new Set(value).size > 3,
};
