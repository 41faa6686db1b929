import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/** Numbers that payment services publish for tests, as digits. */
export const testCards: ReadonlySet<string> = new Set([
  '4111111111111111',
  '4242424242424242',
  '4012888888881881',
  '4000056655665556',
  '5555555555554444',
  '5105105105105100',
  '2223003122003222',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '6011000990139424',
  '3056930009020004',
  '30569309025904',
  '38520000023237',
  '3530111333300000',
  '3566002020360505',
  '4222222222222',
  '5200828282828210',
  '4000000000000002',
]);

/** Groups that hardly differ stand in a table of codes: `5430 5431 5432 5433`. */
function isTable(number: string): boolean {
  const groups = number.split(/[ -]/).map(Number);
  return groups.length > 3 && Math.max(...groups) - Math.min(...groups) < 512;
}

/** Two groups of hexadecimal digits before it or behind it, with a letter in them: a dump of bytes, or a table of code points. */
function isInDump(before: string, behind: string): boolean {
  const near = `${/(?:[0-9A-F]{4,5} ){2}$/i.exec(before)?.[0] ?? ''}${/^(?: [0-9A-F]{4,5}){2}/i.exec(behind)?.[0] ?? ''}`;
  return /[A-F]\d|\d[A-F]/i.test(near);
}

/** Lengths that the issuer of a range gives out: Visa, Mastercard, American Express, JCB, Diners, and those that share 16 to 19. */
function hasItsLength(digits: string): boolean {
  const { length } = digits;
  if (digits.startsWith('4')) return length === 16 || length === 13 || length === 19;
  if (/^(?:2131|1800)/.test(digits)) return length === 15;
  if (/^[52]/.test(digits)) return length === 16;
  if (/^3[47]/.test(digits)) return length === 15;
  return /^3[068]/.test(digits) ? length === 14 || length === 16 : length >= 16 && length <= 19;
}

/**
 * Payment card numbers: issuer ranges, 13 to 19 digits, Luhn checksum. The test numbers of payment services are not findings.
 * https://www.iso.org/standard/70484.html (ISO/IEC 7812-1)
 */
export const paymentCard: Detector = {
  id: 'payment-card',
  title: 'Payment card number',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![\d.,_A-Za-z\/-])(?:4\d{3}|5[1-5]\d\d|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)|3[47]\d\d|3(?:0[0-5]|[68]\d)\d|6(?:011|4[4-9]\d|5\d\d)|35(?:2[89]|[3-8]\d)|220[0-4]|2131|1800)(?:[ -]?\d{3,6}){2,3}(?:[ -]?\d{1,4})?(?![\d_A-Za-z-])/g,
  verify: (number, { index, input }) => {
    const digits = digitsOf(number);
    return (
      hasItsLength(digits) &&
      passesLuhn(digits) &&
      !testCards.has(digits) &&
      new Set(digits).size > 3 &&
      !isTable(number) &&
      !isInDump(
        input.slice(Math.max(0, index - 24), index),
        input.slice(index + number.length, index + number.length + 24),
      )
    );
  },
};
