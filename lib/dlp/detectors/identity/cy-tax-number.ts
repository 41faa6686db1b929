import type { Detector } from '../../types.ts';

/**
 * Cypriot tax numbers: eight digits and a letter of a sum by 26.
 * https://www.mof.gov.cy/mof/tax/taxdep.nsf
 */
export const cyTaxNumber: Detector = {
  id: 'cy-tax-number',
  title: 'Cypriot tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:CY)?[0-59]\d{7}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cypr', 'vat', 'tax id'],
  verify: (value) => isCypriot(value.replace(/^CY/, '')),
};

/** Digits at odd places count as this table says. */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function isCypriot(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < 8; place += 1) {
    const digit = Number(number[place]);
    sum += place % 2 === 0 ? (odd[digit] ?? 0) : digit;
  }
  return String.fromCharCode(65 + (sum % 26)) === number[8];
}
