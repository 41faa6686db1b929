import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `Endpoint=https://shop.azconfig.io;Id=Ab1-l0-s0:${body.slice(0, 20)};Secret=${body.slice(0, 43)}=`,
    `"https://shop.azconfig.io;Id=x1-l0-s0:${body.slice(0, 20)};Secret=${body.slice(0, 43)}="`,
    `conn = 'Endpoint=https://a-b.azconfig.io;Id=x1-l0-s0:${body.slice(0, 20)};Secret=${body.slice(0, 80)}'`,
  ],
  misses: [
    'https://shop.azconfig.io',
    'Endpoint=https://shop.azconfig.io;Id=x;Secret=<secret>',
    `Endpoint=https://shop.example.com;Id=x1-l0-s0:abcdef;Secret=${body.slice(0, 10)}`,
  ],
} satisfies Samples;
