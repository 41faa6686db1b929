import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * German pension insurance numbers: area, date of birth, letter, serial, check.
 * https://www.deutsche-rentenversicherung.de/
 */
export const deSocialSecurity: Detector = {
  id: 'de-social-security',
  title: 'German pension insurance number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8}[A-Z]\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  alone: true,
  context: ['rvnr', 'rentenversicherung', 'sozialversicherung', 'svnr', 'social security'],
  verify: (value) => isRvnr(value),
};

/** The letter counts as two digits; weights, cross sums, mod 10. */
function isRvnr(value: string): boolean {
  const letter = String(value.charCodeAt(8) - 64).padStart(2, '0');
  const body = value.slice(0, 8) + letter + value.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, place) => {
    const product = weight * Number(body[place]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(value[11]) && isMonthAndDay(value.slice(4, 6), String(Number(value.slice(2, 4)) % 50));
}
