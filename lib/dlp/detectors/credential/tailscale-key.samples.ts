import type { Samples } from '../../types.ts';

const body = `q7Wz9Kp3LtCNTRL-${'q7Wz9Kp3'.repeat(4)}`;
const token = `tskey-auth-${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['tskey-auth- is how they begin', `x${token}`, token.slice(0, 15), token + 'Zx'.repeat(600)],
} satisfies Samples;
