import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 25 bytes whose last four begin the double SHA-256 of the rest: https://en.bitcoin.it/wiki/Base58Check_encoding */
export function isBase58Check(address: string): boolean {
  let number = 0n;
  for (const char of address) {
    const digit = base58.indexOf(char);
    if (digit < 0) return false;
    number = number * 58n + BigInt(digit);
  }
  if (number >> 200n !== 0n) return false;
  const bytes = new Uint8Array(25);
  for (let place = 24; place >= 0; place -= 1, number >>= 8n) bytes[place] = Number(number & 255n);
  const digest = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((place) => bytes[21 + place] === digest[place]);
}

const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the checksum comes to in Bech32 (BIP 173) and Bech32m (BIP 350). */
const constants = [1, 0x2bc830a3];

/** An address of the main net of Bitcoin (`bc1`) or Litecoin (`ltc1`), in lower case: https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki */
export function isBech32(address: string): boolean {
  const [prefix = '', data = ''] = address.split(/(?<=^(?:bc|ltc))1/);
  const words = Array.from(data, (char) => bech32.indexOf(char));
  if (words.length < 6 || words.includes(-1)) return false;
  return constants.includes(polymod([...expanded(prefix), ...words]));
}

/** The human readable part: the high bits of its letters, nought, their low bits. */
function expanded(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (char) => char.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if ((top >>> bit) & 1) check ^= generator;
    });
  }
  return check >>> 0;
}

/** The letters of an Ethereum address are capital where the digest of the address says so: https://eips.ethereum.org/EIPS/eip-55 */
export function isEip55(address: string): boolean {
  const digits = address.slice(2);
  if (!/^0x[0-9a-fA-F]{40}$/.test(address) || digits === digits.toLowerCase() || digits === digits.toUpperCase())
    return false;
  const digest = keccak_256(new TextEncoder().encode(digits.toLowerCase()));
  return Array.from(digits).every((char, place) => {
    const nibble = ((digest[place >> 1] ?? 0) >> (place % 2 === 0 ? 4 : 0)) & 15;
    return nibble > 7 ? char === char.toUpperCase() : char === char.toLowerCase();
  });
}
