import { digitsOf, isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Norwegian birth numbers: date of birth, serial, two checks by 11.
 * https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/
 */
export const noFodselsnummer: Detector = {
  id: 'no-fodselsnummer',
  title: 'Norwegian birth number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6} ?\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['dselsnummer', 'fnr', 'personnummer'],
  verify: (value) => isFodselsnummer(digitsOf(value)),
};

/** Two checks by 11. Forty is added to the day of D-numbers and to the month of hospitals' own numbers. */
function isFodselsnummer(number: string): boolean {
  const first = (11 - (weighted(number, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (weighted(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  const isBirth = isMonthAndDay(String(Number(number.slice(2, 4)) % 40), String(Number(number.slice(0, 2)) % 40));
  return isBirth && first === Number(number[9]) && second === Number(number[10]);
}
