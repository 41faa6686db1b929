import type { Samples } from '../../types.ts';

const body = '9f3a71c4'.repeat(6);
const token = `rubygems_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['rubygems_ is how they begin', `x${token}`, token.slice(0, 13), token + 'Zx'.repeat(600)],
} satisfies Samples;
