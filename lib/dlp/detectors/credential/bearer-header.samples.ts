import type { Samples } from '../../types.ts';

const body = 'a1B2c3D4'.repeat(4); // 32 characters
export default {
  hits: [
    `Authorization: Bearer ${body}`,
    `-H 'authorization: Basic ${body}='`,
    `"Authorization": "token ${body}"`,
    `curl -H 'Authorization: ${body}'`,
    `curl --header "X-Acme-Api-Key: ${body}"`,
  ],
  misses: [
    `-H 'X-Request-Id: ${body}'`,
    'curl -H "Api-Key: $KEY"',
    'Authorization: Bearer <token>',
    'Authorization: Bearer ${token}',
    'Authorization: Bearer short',
  ],
} satisfies Samples;
