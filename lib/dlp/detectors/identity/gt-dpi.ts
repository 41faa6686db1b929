import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Guatemalan identity cards (DPI, CUI): eight digits, check by 11, place.
 * https://www.renap.gob.gt/
 */
export const gtDpi: Detector = {
  id: 'gt-dpi',
  title: 'Guatemalan identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{4} ?\d{5} ?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['dpi', 'cui', 'renap'],
  verify: (value) => isCui(digitsOf(value)),
};

function isCui(number: string): boolean {
  const check = weighted(number, [2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  const department = Number(number.slice(9, 11));
  return check === Number(number[8]) && department >= 1 && department <= 22;
}
