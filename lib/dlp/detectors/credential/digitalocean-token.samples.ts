import type { Samples } from '../../types.ts';

const body = '9f3a71c4'.repeat(8);
const token = `dop_v1_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['dop_v1_ is how they begin', `x${token}`, token.slice(0, 11), token + 'Zx'.repeat(600)],
} satisfies Samples;
