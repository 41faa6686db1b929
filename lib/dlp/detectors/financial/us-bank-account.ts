import type { Detector } from '../../types.ts';

/**
 * Account numbers of US banks: digits without a check, known by a word beside them.
 * https://www.aba.com/about-us/routing-number
 */
export const usBankAccount: Detector = {
  id: 'us-bank-account',
  title: 'US bank account number',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8,17})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['bank account', 'account number', 'account no', 'acct', 'checking', 'savings account'],
};
