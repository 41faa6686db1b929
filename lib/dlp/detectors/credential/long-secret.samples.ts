import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd', 'H4gT1sQf'].join('').repeat(50); // 1,600
export default {
  hits: [
    `PRIVATE_KEY=${body}==`,
    `{"signingKey": "${body}"}`,
    `export SECRET="${body}${body}"`,
    `token: ${body.slice(0, 256)}`,
    `cert_private_key: ${body}`,
  ],
  misses: [
    `PUBLIC_KEY=${body}`,
    `KEY=${body.slice(0, 200)}`,
    `fontKey: "${body}"`,
    `key: ${'a'.repeat(600)}`,
    `see ${body}`,
  ],
} satisfies Samples;
