import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(4).slice(0, 37);
const token = `r8_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['r8_ is how they begin', `x${token}`, token.slice(0, 7), token + 'Zx'.repeat(600)],
} satisfies Samples;
