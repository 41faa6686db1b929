import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Belgian national register numbers: date of birth, serial, check by 97.
 * https://www.ibz.rrn.fgov.be/
 */
export const beNationalNumber: Detector = {
  id: 'be-national-number',
  title: 'Belgian national number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{2}[.]?\d{2}[.]?\d{2}[- ]?\d{3}[. ]?\d{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rijksregister', 'national number', 'registre national', 'insz', 'niss'],
  verify: (value) => isBelgian(digitsOf(value)),
};

/** 97 less the rest of the nine digits by 97, with a 2 before them for people born since 2000. */
function isBelgian(number: string): boolean {
  const body = number.slice(0, 9);
  const check = Number(number.slice(9));
  return 97 - (Number(body) % 97) === check || 97 - (Number(`2${body}`) % 97) === check;
}
