import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(4).slice(0, 43);
const token = `fo1_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['fo1_ is how they begin', `x${token}`, token.slice(0, 8), token + 'Zx'.repeat(1200)],
} satisfies Samples;
