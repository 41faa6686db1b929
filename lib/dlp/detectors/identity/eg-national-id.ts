import type { Detector } from '../../types.ts';

/**
 * Egyptian identity numbers: century, date of birth, governorate, serial, check.
 * https://moi.gov.eg/
 */
export const egNationalId: Detector = {
  id: 'eg-national-id',
  title: 'Egyptian identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[23]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['egypt', 'national id', 'القومي', 'بطاقة'],
};
