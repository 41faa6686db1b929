import type { Samples } from '../types.ts';

const value = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('');
export default {
  hits: [
    `SERVICE_TOKEN=${value}`,
    `"license-key": "${value}"`,
    `setProperty("ACME_TOKEN", "${value}")`,
    `<acmeToken>\n    ${value}\n</acmeToken>`,
  ],
  misses: [
    `commit_hash: ${value}`,
    `public_key = "${value}"`,
    `key_id=${value}`,
    'token: 123e4567-e89b-12d3-a456-426614174000',
    'cacheKey = "some-long-name-of-a-cache-entry-2024"',
    'apiToken = process.env.SERVICE_API_TOKEN_2',
  ],
} satisfies Samples;
