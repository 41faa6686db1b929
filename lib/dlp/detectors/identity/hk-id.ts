import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Hong Kong identity numbers: letters, six digits, a check in brackets.
 * https://www.immd.gov.hk/
 */
export const hkId: Detector = {
  id: 'hk-id',
  title: 'Hong Kong identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2}\d{6}\([0-9A]\))/g,
  confidence: 0.55,
  context: ['hkid', 'hong kong'],
  verify: isHongKong,
};

/** Letters count from ten, a missing first one as 36; weights 9 to 2, check by 11 with A for ten. */
function isHongKong(value: string): boolean {
  const number = value.replace(/[()]/g, '').padStart(9, ' ');
  const letters = [number.charAt(0), number.charAt(1)].map((char) => (char === ' ' ? 36 : Number.parseInt(char, 36)));
  const sum = (letters[0] ?? 0) * 9 + (letters[1] ?? 0) * 8 + weighted(number.slice(2), [7, 6, 5, 4, 3, 2]);
  return '0123456789A'[(11 - (sum % 11)) % 11] === number.at(-1);
}
