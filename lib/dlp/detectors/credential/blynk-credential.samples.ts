import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `-u oa2-client-id_${body.slice(0, 32)}:${body.slice(0, 40)}`,
    `client_id=oa2-client-id_${body.slice(0, 32)}`,
    `https://blynk.cloud/external/api/update?token=${body.slice(0, 32)}&v1=1`,
  ],
  misses: [
    'oa2-client-id_short',
    `https://blynk.cloud/external/api/update?id=${body.slice(0, 32)}`,
    `oa2-client_${body.slice(0, 32)}`,
  ],
} satisfies Samples;
