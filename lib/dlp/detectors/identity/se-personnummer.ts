import { digitsOf, isMonthAndDay, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Swedish personal numbers: date of birth, serial, Luhn.
 * https://www.skatteverket.se/privat/folkbokforing/personnummer.4.3810a01c150939e893f18c29.html
 */
export const sePersonnummer: Detector = {
  id: 'se-personnummer',
  title: 'Swedish personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:18|19|20)?\d{6}[-+]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['personnummer', 'pnr', 'personal identity', 'identity code', 'samordningsnummer'],
  verify: (value) =>
    passesLuhn(digitsOf(value).slice(-10)) &&
    isMonthAndDay(digitsOf(value).slice(-8, -6), String(Number(digitsOf(value).slice(-6, -4)) % 60)),
};
