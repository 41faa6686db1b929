import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Cards of ranges that share their first digits with many other numbers: Maestro, Dankort, UATP, UnionPay; Luhn, and a word before them or a line of their own.
 * https://www.iso.org/standard/70484.html
 */
export const paymentCardOther: Detector = {
  id: 'payment-card-other',
  title: 'Payment card number',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![\d.,_A-Za-z\/-])(?:5[0678]\d\d|6\d{3}|1\d{3})(?:[ -]?\d{3,6}){2,3}(?:[ -]?\d{1,4})?(?![\d_A-Za-z-])/g,
  confidence: 0.4,
  alone: true,
  context: ['card', 'visa', 'maestro', 'credit', 'debit', 'payment', 'pan', 'karte'],
  verify: (number) =>
    passesLuhn(digitsOf(number)) && digitsOf(number).length >= 12 && new Set(digitsOf(number)).size > 3,
};
