import type { Samples } from '../../types.ts';

const hex = '9f3a71c04b5e'.repeat(6); // built here so that no token-like literal is committed
const token = `key-${hex.slice(0, 32)}`;
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`],
  misses: [`x${token}`, token.slice(0, 12), `${token}Zx9`, 'key- is how they begin'],
} satisfies Samples;
