import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9);
const num = ['48213907', '56138294'].join('').repeat(4);
const token = `1/${num.slice(0, 16)}:${hex.slice(0, 32)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'a page 1/2 of this'],
} satisfies Samples;
