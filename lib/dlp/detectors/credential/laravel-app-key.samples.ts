import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `APP_KEY=base64:${body.slice(0, 43)}=`,
    `APP_KEY: "base64:${body.slice(0, 43)}="`,
    `'APP_KEY' = 'base64:${body.slice(0, 22)}=='`,
  ],
  misses: ['APP_KEY=', 'APP_KEY=base64:', `KEY=base64:${body.slice(0, 43)}=`],
} satisfies Samples;
