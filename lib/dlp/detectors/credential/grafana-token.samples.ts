import type { Samples } from '../../types.ts';

const body = `${'q7Wz9Kp3'.repeat(4)}_9f3a71c4`;
const token = `glsa_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['glsa_ is how they begin', `x${token}`, token.slice(0, 9), token + 'Zx'.repeat(600)],
} satisfies Samples;
