import type { Detector } from '../../types.ts';

/**
 * Extended public keys of wallets (BIP 32): they show every address of their owner.
 * https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki
 */
export const bitcoinExtendedKey: Detector = {
  id: 'bitcoin-extended-key',
  title: 'Extended public wallet key',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:[xyzXYZ]pub[1-9A-HJ-NP-Za-km-z]{107,108})(?![A-Za-z0-9])/g,
  confidence: 0.8,
  context: ['wallet'],
};
