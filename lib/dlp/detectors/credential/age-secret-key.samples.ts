import type { Samples } from '../../types.ts';

const body = 'QPZRY9X8GF2T'.repeat(5).slice(0, 58);
const token = `AGE-SECRET-KEY-1${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['AGE-SECRET-KEY-1 is how they begin', `x${token}`, token.slice(0, 20), token + 'Zx'.repeat(600)],
} satisfies Samples;
