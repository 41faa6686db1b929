import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Polish tax numbers (NIP): ten digits, check by 11.
 * https://www.podatki.gov.pl/
 */
export const plNip: Detector = {
  id: 'pl-nip',
  title: 'Polish tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:PL)?\d{3}[- ]?\d{2,3}[- ]?\d{2}[- ]?\d{2,3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nip'],
  verify: (value) =>
    digitsOf(value).length === 10 &&
    weighted(digitsOf(value), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(value.at(-1)),
};
