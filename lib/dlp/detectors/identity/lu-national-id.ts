import { digitsOf, passesLuhn, passesVerhoeff } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Luxembourg national numbers: date of birth, serial, Luhn over twelve digits and Verhoeff over eleven and the last.
 * https://ctie.gouvernement.lu/
 */
export const luNationalId: Detector = {
  id: 'lu-national-id',
  title: 'Luxembourg national number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:19|20)\d\d ?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3} ?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  context: ['luxembourg', 'matricule', 'cnp', 'nss'],
  verify: (value) => isLuxembourgish(digitsOf(value)),
};

/** The twelfth digit is Luhn's over eleven, the thirteenth Verhoeff's over the same eleven. */
function isLuxembourgish(number: string): boolean {
  return passesLuhn(number.slice(0, 12)) && passesVerhoeff(number.slice(0, 11) + number.slice(12));
}
