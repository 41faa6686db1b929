import type { Samples } from '../../types.ts';

const body = `${'9f3a71c4'.repeat(3)}-${'9f3a71c4'.repeat(5).slice(0, 34)}`;
const token = `PMAK-${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['PMAK- is how they begin', `x${token}`, token.slice(0, 9), token + 'Zx'.repeat(600)],
} satisfies Samples;
