import type { Detector } from '../../types.ts';

/**
 * US employer identification numbers: two and seven digits; some prefixes are never given.
 * https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes
 */
export const usEin: Detector = {
  id: 'us-ein',
  title: 'US employer number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?!0[07-9]|[12][789]|[47]9|8[9]|96|97)\d\d-\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ein', 'employer id', 'fein', 'federal tax', 'tax id'],
  verify: (value) => new Set(value).size > 4,
};
