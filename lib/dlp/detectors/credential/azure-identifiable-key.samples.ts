import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `${body.slice(0, 52)}JQQJ99${body.slice(0, 26)}`,
    `key="${body.slice(0, 42)}AzSeC${body.slice(0, 5)}"`,
    `${body.slice(0, 76)}+AStD${body.slice(0, 5)}Q==`,
  ],
  misses: [body.slice(0, 84), `${body.slice(0, 50)}JQQJ99`, `${body.slice(0, 30)}+ASt${body.slice(0, 6)}==`],
} satisfies Samples;
