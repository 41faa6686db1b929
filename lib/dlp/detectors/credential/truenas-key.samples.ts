import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const key = `8-${body.slice(0, 64)}`;
export default {
  hits: [`"auth.login_with_api_key", "params": ["${key}"]`, `Authorization: Bearer ${key}`, `truenas_api_key: ${key}`],
  misses: [key.slice(2), `commit ${key}`, `api_key: ${key.slice(0, 40)}`],
} satisfies Samples;
