import type { Detector } from '../../types.ts';

/**
 * Canadian transit numbers: branch and institution, with the account where it follows.
 * https://www.payments.ca/
 */
export const caBankAccount: Detector = {
  id: 'ca-bank-account',
  title: 'Canadian bank account',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{5}-\d{3}(?:-\d{7,12})?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['transit', 'institution number', 'direct deposit', 'branch'],
};
