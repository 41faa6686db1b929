import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9);
const token = `kpat_${body.slice(0, 49)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, 20), `x${token}`, 'kpat_x'],
} satisfies Samples;
