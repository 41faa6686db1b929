import type { Samples } from '../../types.ts';

const body = 'Q7WZ9KP3L'.repeat(3);
const token = `NRAK-${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['NRAK- is how they begin', `x${token}`, token.slice(0, 9), token + 'Zx'.repeat(600)],
} satisfies Samples;
