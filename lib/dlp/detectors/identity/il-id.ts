import { passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Israeli identity numbers: nine digits, Luhn.
 * https://www.gov.il/en/departments/population_and_immigration_authority
 */
export const ilId: Detector = {
  id: 'il-id',
  title: 'Israeli identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['teudat', 'תעודת זהות', 'israeli id', 'ת.ז'],
  verify: (value) => passesLuhn(value) && new Set(value).size > 3,
};
