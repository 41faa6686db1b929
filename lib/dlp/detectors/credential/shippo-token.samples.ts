import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9);
const token = `shippo_live_${hex.slice(0, 40)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'shippo_live_token'],
} satisfies Samples;
