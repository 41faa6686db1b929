import { isEip55 } from '../../wallet-checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses of Ethereum whose capital letters are a checksum of their digits.
 * https://eips.ethereum.org/EIPS/eip-55
 */
export const ethereumCheckedAddress: Detector = {
  id: 'ethereum-checked-address',
  title: 'Ethereum address',
  category: 'financial',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/g,
  anchors: ['0x'],
  verify: (address) => new Set(address.toLowerCase()).size > 8 && isEip55(address),
};
