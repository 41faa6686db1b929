import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Private keys of secp256k1 as wallets export them: 32 bytes in hexadecimal after a word that says so, or in WIF.
 * https://en.bitcoin.it/wiki/Wallet_import_format
 */
export const cryptoPrivateKey: Detector = {
  id: 'crypto-private-key',
  title: 'Private key of a wallet',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?:private[ _-]?key|priv[ _-]?key|secret[ _-]?key|mnemonic|wallet)[\w \t\"'-]{0,24}?[\"'\s:=(]{1,4}(?<secret>(?:0x)?[0-9a-fA-F]{64}|[5KL][1-9A-HJ-NP-Za-km-z]{50,51})(?![A-Za-z0-9])/gi,
  anchors: ['private', 'priv', 'secret', 'mnemonic', 'wallet'],
  verify: looksReal,
};
