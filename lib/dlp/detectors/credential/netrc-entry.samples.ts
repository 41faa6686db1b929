import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `machine git.corp.test login carol password ${body.slice(0, 12)}`,
    `machine git.corp.test\n  login carol\n  password ${body.slice(0, 20)}\n`,
    `default login carol password ${body.slice(0, 12)}`,
  ],
  misses: [
    'machine git.corp.test login carol password <password>',
    'a machine that asks for a login and a password',
    'machine git.corp.test login $USER password $PASS',
  ],
} satisfies Samples;
