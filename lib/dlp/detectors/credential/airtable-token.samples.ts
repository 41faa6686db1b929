import type { Samples } from '../../types.ts';

const body = `q7Wz9Kp3Lt5YbR.${'9f3a71c4'.repeat(8)}`;
const token = `pat${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['pat is how they begin', `x${token}`, token.slice(0, 7), token + 'Zx'.repeat(600)],
} satisfies Samples;
