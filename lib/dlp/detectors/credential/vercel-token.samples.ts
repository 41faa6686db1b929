import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt'.repeat(4);
const token = `vcp_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['vcp_ is how they begin', `x${token}`, token.slice(0, 8), token + 'Zx'.repeat(600)],
} satisfies Samples;
