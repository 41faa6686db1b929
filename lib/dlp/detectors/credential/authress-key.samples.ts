import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9);
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `sc_${low.slice(0, 20)}.${low.slice(0, 5)}.acc_${low.slice(0, 20)}.${body.slice(0, 60)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, 20), `x${token}`, 'acc_ is its account'],
} satisfies Samples;
