import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `Cookie: session=${body.slice(0, 32)}`,
    `Set-Cookie: PHPSESSID=${body.slice(0, 26)}; path=/`,
    `-H 'cookie: a=b; connect.sid=s%3A${body.slice(0, 32)}.${body.slice(0, 43)}'`,
  ],
  misses: [
    'Cookie: session=abc',
    'cookie: theme=dark; lang=en-US; consent=accepted',
    `cookies and session ${body.slice(0, 30)}`,
  ],
} satisfies Samples;
