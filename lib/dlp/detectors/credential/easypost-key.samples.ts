import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3L'.repeat(6);
const token = `EZAK${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['EZAK is how they begin', `x${token}`, token.slice(0, 8), token + 'Zx'.repeat(1200)],
} satisfies Samples;
