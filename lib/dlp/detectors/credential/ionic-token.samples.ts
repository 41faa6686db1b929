import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `ion_${low.slice(0, 42)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'ion_button'],
} satisfies Samples;
