import type { Detector } from '../../types.ts';

/**
 * UK account numbers: eight digits beside a sort code.
 * https://www.vocalink.com/tools/modulus-checking/
 */
export const ukBankAccount: Detector = {
  id: 'uk-bank-account',
  title: 'UK bank account number',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['sort code', 'sortcode', 'sort-code'],
  verify: (value) => new Set(value).size > 3,
};
