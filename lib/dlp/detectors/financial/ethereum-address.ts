import type { Detector } from '../../types.ts';

/**
 * Addresses of Ethereum: 0x and 40 hexadecimal digits, after a word that says what they are.
 * https://eips.ethereum.org/EIPS/eip-55
 */
export const ethereumAddress: Detector = {
  id: 'ethereum-address',
  title: 'Ethereum address',
  category: 'financial',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/g,
  confidence: 0.3,
  context: ['wallet', 'ethereum', 'eth', 'metamask', 'crypto'],
};
