import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9);
const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9);
const token = `xkeysib-${hex.slice(0, 64)}-${body.slice(0, 16)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'xkeysib-KEY'],
} satisfies Samples;
