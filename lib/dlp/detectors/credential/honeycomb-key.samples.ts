import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `hcaik_${low.slice(0, 58)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, 20), `x${token}`, 'hcaik_key'],
} satisfies Samples;
