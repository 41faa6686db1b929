import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Vehicle identification numbers: seventeen places without I, O and Q, the ninth a check, after a word that says so.
 * https://www.iso.org/standard/52200.html
 */
export const vehicleVin: Detector = {
  id: 'vehicle-vin',
  title: 'Vehicle identification number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/g,
  confidence: 0.3,
  context: ['vin', 'vehicle identification', 'chassis', 'fahrgestell'],
  verify: isVin,
};

const letters = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';

/** Letters count as the digit of their place in the alphabet's rows; weights, mod 11, X for ten. */
function isVin(value: string): boolean {
  const digits = Array.from(value, (char) => letters.indexOf(char) % 10).join('');
  const rest = weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return '0123456789X'[rest] === value[8] && new Set(value).size > 5;
}
