import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9);
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `zpka_${low.slice(0, 32)}_${hex.slice(0, 8)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'zpka_key'],
} satisfies Samples;
