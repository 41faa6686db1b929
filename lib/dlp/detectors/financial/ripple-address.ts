import type { Detector } from '../../types.ts';

/**
 * Addresses of the XRP ledger: base 58 from r, after a word that says so.
 * https://xrpl.org/docs/concepts/accounts/addresses
 */
export const rippleAddress: Detector = {
  id: 'ripple-address',
  title: 'XRP address',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:r[1-9A-HJ-NP-Za-km-z]{24,34})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['xrp', 'ripple', 'wallet', 'destination tag'],
  verify: (address) => /\d/.test(address) && /[A-Z]/.test(address),
};
