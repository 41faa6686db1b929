import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(4).slice(0, 43);
const token = `sq0csp-${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['sq0csp- is how they begin', `x${token}`, token.slice(0, 11), token + 'Zx'.repeat(600)],
} satisfies Samples;
