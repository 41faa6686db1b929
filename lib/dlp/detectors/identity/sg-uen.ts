import type { Detector } from '../../types.ts';

/**
 * Singapore unique entity numbers in their three shapes.
 * https://www.uen.gov.sg/
 */
export const sgUen: Detector = {
  id: 'sg-uen',
  title: 'Singapore entity number',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8}[A-Z]|(?:19|20)\d{7}[A-Z]|[TSR]\d\d[A-Z]{2}\d{4}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['uen', 'entity', 'company'],
};
