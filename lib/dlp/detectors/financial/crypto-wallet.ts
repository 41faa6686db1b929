import { isBase58Check, isBech32 } from '../../wallet-checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses of Bitcoin and of the chains that took over its Base58Check: Litecoin (L, M), Dogecoin (D, A, 9), Dash (X), Tron (T);
 * of Bitcoin and Litecoin in Bech32; of Monero by their 95 places.
 * https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 */
export const cryptoWallet: Detector = {
  id: 'crypto-wallet',
  title: 'Wallet address',
  category: 'financial',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9+\/=_-])(?:[139ADLMXT][1-9A-HJ-NP-Za-km-z]{25,34}|[48][1-9A-HJ-NP-Za-km-z]{94}|(?:bc|ltc)1[02-9ac-hj-np-z]{11,71}|(?:BC|LTC)1[02-9AC-HJ-NP-Z]{11,71})(?![A-Za-z0-9+\/_])/g,
  verify: (address) =>
    /\d/.test(address) &&
    (isBase58Check(address) ||
      isBech32(address.toLowerCase()) ||
      (address.length === 95 && new Set(address).size > 30)),
};
