import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(6).slice(0, 66);
const token = `q7Wz9Kp3Lt5YbR.atlasv1.${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['q7Wz9Kp3Lt5YbR.atlasv1. is how they begin', `x${token}`, token.slice(0, 27), token + 'Zx'.repeat(1200)],
} satisfies Samples;
