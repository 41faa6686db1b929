import { isBase58Check, isBech32 } from '../../wallet-checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses of Bitcoin with the checksum of Base58Check or Bech32.
 * https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 */
export const cryptoWallet: Detector = {
  id: 'crypto-wallet',
  title: 'Wallet address',
  category: 'financial',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71})(?![A-Za-z0-9])/g,
  verify: (address) => isBase58Check(address) || isBech32(address),
};
