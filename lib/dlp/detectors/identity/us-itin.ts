import type { Detector } from '../../types.ts';

/**
 * US individual taxpayer identification numbers: nine digits from 9, the fourth and fifth in the given ranges.
 * https://www.irs.gov/tin/itin/individual-taxpayer-identification-number-itin
 */
export const usItin: Detector = {
  id: 'us-itin',
  title: 'US individual taxpayer number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:9\d\d[- ]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['itin', 'taxpayer', 'tax id', 'tin'],
};
