import { passesVerhoeff } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Nigerian identity numbers: eleven digits, Verhoeff, after a word that says so.
 * https://nimc.gov.ng/
 */
export const ngNin: Detector = {
  id: 'ng-nin',
  title: 'Nigerian identity number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nin', 'national identification'],
  verify: (value) => passesVerhoeff(value) && new Set(value).size > 3,
};
