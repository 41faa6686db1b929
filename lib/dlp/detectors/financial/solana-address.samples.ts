import type { Samples } from '../../types.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const address = base58.slice(7, 51);
export default {
  hits: [`Solana: ${address}`, `my phantom wallet is ${address}`, `sol address ${address.slice(1)}`],
  misses: [address, `Solana: ${address.slice(2)}`, `solana ${address}xyz`, `solana ${'a'.repeat(44)}`],
} satisfies Samples;
