import type { Samples } from '../../types.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const address = `r${base58.slice(4, 36)}`;
export default {
  hits: [`XRP: ${address}`, `ripple wallet ${address}`, `${address}, destination tag 7`],
  misses: [address, `XRP: x${address}`, `XRP: ${address.slice(0, 20)}`, `XRP: r${'a'.repeat(30)}`],
} satisfies Samples;
