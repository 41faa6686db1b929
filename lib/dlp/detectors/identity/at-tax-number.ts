import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Austrian tax numbers: office, serial, a check of weights 1 and 2.
 * https://www.bmf.gv.at/
 */
export const atTaxNumber: Detector = {
  id: 'at-tax-number',
  title: 'Austrian tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d[- ]?\d{3}\/?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['steuernummer', 'abgabenkonto', 'steuernr'],
  verify: (value) => isAustrian(digitsOf(value)),
};

/** Even places doubled with cross sums; ten less the last digit of 80 less the sum. */
function isAustrian(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < 8; place += 1) {
    const product = Number(number[place]) * (place % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return (80 - sum) % 10 === Number(number[8]);
}
