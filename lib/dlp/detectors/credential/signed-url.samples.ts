import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `https://x.blob.core.windows.net/c/f?sv=2024-01-01&sig=${body.slice(0, 43)}%3D`,
    `?X-Amz-Date=1&X-Amz-Signature=${'3f9c1d7b5a2e8064'.repeat(4)}`,
    `https://d.cloudfront.net/f?Expires=1&Signature=${body.slice(0, 60)}&Key-Pair-Id=K1`,
  ],
  misses: ['?sig=short', `sig=${body.slice(0, 43)}%3D`, '?X-Amz-Signature=SIGNATURE'],
} satisfies Samples;
