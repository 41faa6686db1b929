import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3L'.repeat(3);
const token = `dckr_pat_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['dckr_pat_ is how they begin', `x${token}`, token.slice(0, 13), token + 'Zx'.repeat(600)],
} satisfies Samples;
