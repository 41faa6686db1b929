import type { Detector } from '../../types.ts';

/**
 * Polish passports: two letters and seven digits, the first a check by 7, 3, 1.
 * https://www.gov.pl/web/gov/uzyskaj-paszport
 */
export const plPassport: Detector = {
  id: 'pl-passport',
  title: 'Polish passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2} ?\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['paszport'],
  verify: (value) => isPaszport(value.replace(' ', '')),
};

function isPaszport(number: string): boolean {
  const values = Array.from(number, (char) => Number.parseInt(char, 36));
  const sum = [7, 3, 9, 1, 7, 3, 1, 7, 3].reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return sum % 10 === 0;
}
