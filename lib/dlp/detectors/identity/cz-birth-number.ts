import { digitsOf, isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Czech and Slovak birth numbers: date of birth, serial, divisible by 11.
 * https://www.mvcr.cz/
 */
export const czBirthNumber: Detector = {
  id: 'cz-birth-number',
  title: 'Czech and Slovak birth number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}\/?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rodne cislo', ' rodn', 'rodné', 'slo: ', 'birth number', 'rodnecislo', 'rodne_cislo'],
  verify: (value) =>
    // Until 1985 a rest of ten was written as nought.
    (Number(digitsOf(value)) % 11 === 0 || (Number(digitsOf(value).slice(0, 9)) % 11 === 10 && value.endsWith('0'))) &&
    isMonthAndDay(String(Number(value.slice(2, 4)) % 50), value.slice(4, 6)),
};
