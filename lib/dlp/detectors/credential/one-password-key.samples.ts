import type { Samples } from '../../types.ts';

const body = ['Q7WZ9K', 'P3LT5Y', 'BR8NX', '2CV6M', 'JD4FH', 'G7TQ5'].join('-');
const token = `A3-${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['A3- is how they begin', `x${token}`, token.slice(0, 7), token + 'Zx'.repeat(1200)],
} satisfies Samples;
