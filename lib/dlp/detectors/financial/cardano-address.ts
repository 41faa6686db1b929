import type { Detector } from '../../types.ts';

/**
 * Addresses of Cardano in Bech32.
 * https://cips.cardano.org/cip/CIP-19
 */
export const cardanoAddress: Detector = {
  id: 'cardano-address',
  title: 'Cardano address',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9])(?:addr1[02-9ac-hj-np-z]{50,110})(?![A-Za-z0-9])/g,
  confidence: 0.8,
  context: ['cardano'],
};
