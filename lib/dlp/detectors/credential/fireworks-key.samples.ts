import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9);
const token = `fw_${body.slice(0, 24)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'fw_version'],
} satisfies Samples;
