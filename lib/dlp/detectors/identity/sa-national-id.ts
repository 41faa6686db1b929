import { passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Saudi identity cards (1) and residence permits (2): ten digits, Luhn.
 * https://www.absher.sa/
 */
export const saNationalId: Detector = {
  id: 'sa-national-id',
  title: 'Saudi identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[12]\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['saudi', 'iqama', 'absher', 'الهوية', 'الإقامة'],
  verify: (value) => passesLuhn(value) && new Set(value).size > 3,
};
