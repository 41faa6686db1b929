import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * New Zealand bank accounts: bank, branch, account and suffix with hyphens.
 * https://www.paymentsnz.co.nz/
 */
export const nzBankAccount: Detector = {
  id: 'nz-bank-account',
  title: 'New Zealand bank account',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-6689]|1[0-9]|2[0-9]|3[0158]|88)-\d{4}-\d{7,8}-\d{2,4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['account', 'bank'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
