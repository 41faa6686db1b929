import type { Samples } from '../../types.ts';

const address = `0x${'3f9c1d7b5a2e8064'.repeat(3).slice(0, 40)}`;
export default {
  hits: [`my wallet ${address}`, `ethereum address: ${address}`, `send ETH to ${address}`],
  misses: [address, `commit ${address}`, `wallet ${address.slice(0, -2)}`, `wallet ${address}00`],
} satisfies Samples;
