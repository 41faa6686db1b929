import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Taiwanese identity numbers: a letter of the place, nine digits, the last a check.
 * https://www.ris.gov.tw/
 */
export const twNationalId: Detector = {
  id: 'tw-national-id',
  title: 'Taiwanese identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z][1289]\d{8})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  alone: true,
  context: ['taiwan', '身分證'],
  verify: (value) => isTaiwanese(value),
};

/** The letter counts as two digits; weights 1, 9 to 1, 1. */
function isTaiwanese(value: string): boolean {
  const letter = 10 + 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(value.charAt(0));
  const sum = Math.floor(letter / 10) + (letter % 10) * 9 + weighted(value.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
}
