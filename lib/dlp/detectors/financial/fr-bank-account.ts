import type { Detector } from '../../types.ts';

/**
 * French bank accounts (RIB): bank, branch, account with letters as digits, key by 97.
 * https://www.banque-france.fr/
 */
export const frBankAccount: Detector = {
  id: 'fr-bank-account',
  title: 'French bank account',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{5} ?\d{5} ?[A-Z0-9]{11} ?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rib', 'compte'],
  verify: (value) => isRib(value.replaceAll(' ', '')),
};

/** Letters count as the digits of a telephone's keys shifted by one from S on. */
function isRib(value: string): boolean {
  const digits = value.replace(/[A-Z]/g, (letter) => '12345678912345678923456789'.charAt(letter.charCodeAt(0) - 65));
  const [bank, branch, account] = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10, 21)].map(Number);
  return (89 * (bank ?? 0) + 15 * (branch ?? 0) + 3 * (account ?? 0) + Number(digits.slice(21))) % 97 === 0;
}
