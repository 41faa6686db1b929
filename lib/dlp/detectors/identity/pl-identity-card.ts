import type { Detector } from '../../types.ts';

/**
 * Polish identity cards: three letters, a check by the weights 7, 3, 1, five digits.
 * https://www.gov.pl/web/gov/uzyskaj-dowod-osobisty
 */
export const plIdentityCard: Detector = {
  id: 'pl-identity-card',
  title: 'Polish identity card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{3} ?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['dowodu', 'dowod osobist', 'd osobist', 'identity card'],
  verify: (value) => isDowod(value.replace(' ', '')),
};

/** Letters count from 10; weights 7, 3, 1 before the check at the fourth place and after it. */
function isDowod(number: string): boolean {
  const values = Array.from(number, (char) => Number.parseInt(char, 36));
  const sum = [7, 3, 1, 9, 7, 3, 1, 7, 3].reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return sum % 10 === 0;
}
