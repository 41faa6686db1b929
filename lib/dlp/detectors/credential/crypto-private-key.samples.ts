import type { Samples } from '../../types.ts';

const hex = '3f9c1d7b5a2e8064'.repeat(4); // built here so that no token-like literal is committed
export default {
  hits: [`private key: 0x${hex}`, `PRIVATE_KEY=${hex}`, `wallet key "${hex}"`],
  misses: [`sha256: ${hex}`, `private key: 0x${hex.slice(2)}`, `private key: ${'0'.repeat(64)}`],
} satisfies Samples;
