import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Pakistani identity cards: five, seven and one digit.
 * https://www.nadra.gov.pk/
 */
export const pkCnic: Detector = {
  id: 'pk-cnic',
  title: 'Pakistani identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-7]\d{4}-?\d{7}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cnic', 'nicop', 'nadra', 'national identity'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
