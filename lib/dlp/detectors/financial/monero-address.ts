import type { Detector } from '../../types.ts';

/**
 * Addresses of Monero: 95 places of base 58 from 4 or 8.
 * https://docs.getmonero.org/public-address/standard-address/
 */
export const moneroAddress: Detector = {
  id: 'monero-address',
  title: 'Monero address',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9+\/])(?:[48][1-9A-HJ-NP-Za-km-z]{94})(?![A-Za-z0-9+\/=])/g,
  confidence: 0.6,
  context: ['monero', 'xmr', 'wallet'],
  verify: (address) => new Set(address).size > 20,
};
