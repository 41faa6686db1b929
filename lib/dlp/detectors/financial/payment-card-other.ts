import { digitsOf, passesLuhn } from '../../checksums.ts';
import { testCards } from './payment-card.ts';
import type { Detector } from '../../types.ts';

/**
 * Cards of any range, also those that share their first digits with many other numbers (Maestro, Dankort, UATP, UnionPay), known by
 * Luhn and a word beside them, or by being the whole text.
 * https://www.iso.org/standard/70484.html
 */
export const paymentCardOther: Detector = {
  id: 'payment-card-other',
  title: 'Payment card number',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![\d.,_A-Za-z\/-])[1-9]\d{3}(?:[ -]?\d{3,6}){2,3}(?:[ -]?\d{1,4})?(?![\d_A-Za-z-])/g,
  confidence: 0.4,
  alone: true,
  context: ['card', 'visa', 'maestro', 'credit', 'debit', 'payment', 'pan', 'karte'],
  verify: (number) =>
    passesLuhn(digitsOf(number)) &&
    !testCards.has(digitsOf(number)) &&
    digitsOf(number).length >= 12 &&
    new Set(digitsOf(number)).size > 3,
};
