import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const key = `${body.slice(0, 42)}/2`;
export default {
  hits: [`Unseal Key 2: ${key}`, `vault operator unseal ${key}`, `unseal_key = "${key}"`],
  misses: [key, `Unseal Key 2: ${key.slice(4)}`, 'operator unseal <key>', `Unseal Key 1: ${'a'.repeat(44)}`],
} satisfies Samples;
