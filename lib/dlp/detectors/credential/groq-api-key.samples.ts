import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Yb'.repeat(4);
const token = `gsk_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['gsk_ is how they begin', `x${token}`, token.slice(0, 8), token + 'Zx'.repeat(600)],
} satisfies Samples;
