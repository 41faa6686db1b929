import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Identity numbers of the United Arab Emirates: 784, year of birth, serial, Luhn.
 * https://icp.gov.ae/
 */
export const aeEmiratesId: Detector = {
  id: 'ae-emirates-id',
  title: 'Emirates identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:784-?(?:19|20)\d\d-?\d{7}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  anchors: ['784'],
  confidence: 0.55,
  context: ['emirates', 'eid', 'الهوية'],
  verify: (value) => passesLuhn(digitsOf(value)),
};
