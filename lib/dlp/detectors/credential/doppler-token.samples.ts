import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt'.repeat(4);
const token = `dp.pt.${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['dp.pt. is how they begin', `x${token}`, token.slice(0, 10), token + 'Zx'.repeat(600)],
} satisfies Samples;
