import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const low = ['q7wz9kp3', 'lt5ybr8n', 'x2cv6mjd'].join('').repeat(9);
const token = `os_v2_app_${low
  .replaceAll(/[^a-z2-7]/g, '')
  .repeat(2)
  .slice(0, 103)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'os_v2_app_key'],
} satisfies Samples;
