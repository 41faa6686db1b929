import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9);
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `pdl_live_apikey_${low.slice(0, 26)}_${body.slice(0, 22)}_q7W`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'pdl_live_apikey_'],
} satisfies Samples;
