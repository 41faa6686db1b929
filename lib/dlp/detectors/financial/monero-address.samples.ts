import type { Samples } from '../../types.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const address = `4${(base58 + base58).slice(9, 103)}`;
export default {
  hits: [address, `send it to ${address.replace('4', '8')}`, `XMR wallet: ${address}`],
  misses: [address.slice(1), `${address}a`, `7${address.slice(1)}`, `4${'A'.repeat(94)}`],
} satisfies Samples;
