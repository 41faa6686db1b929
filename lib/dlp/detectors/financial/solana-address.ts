import type { Detector } from '../../types.ts';

/**
 * Addresses of Solana: 32 bytes in base 58, after a word that says so.
 * https://solana.com/docs/core/accounts
 */
export const solanaAddress: Detector = {
  id: 'solana-address',
  title: 'Solana address',
  category: 'financial',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9A-HJ-NP-Za-km-z]{43,44})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['solana', 'sol address', 'phantom'],
  verify: (address) => /\d/.test(address) && /[A-Z]/.test(address) && /[a-z]/.test(address),
};
