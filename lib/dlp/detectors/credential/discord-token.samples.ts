import type { Samples } from '../../types.ts';

const body = `q7Wz9K.${'q7Wz9Kp3L'.repeat(3)}`;
const token = `MTk4NjIyNDgzNDcxOTI1MjQ4.${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['MTk4NjIyNDgzNDcxOTI1MjQ4. is how they begin', `x${token}`, token.slice(0, 29), token + 'Zx'.repeat(600)],
} satisfies Samples;
