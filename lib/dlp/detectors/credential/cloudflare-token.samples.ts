import type { Samples } from '../../types.ts';

const body = `${'q7Wz9Kp3Lt'.repeat(4)}9f3a71c4`;
const token = `cfut_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [
    token,
    `TOKEN=${token}`,
    `use "${token}" for it`,
    `(${token})`,
    `X-Auth-User-Service-Key: v1.0-${'9f3a71c4'.repeat(3)}-${'c41f7a9e'.repeat(18)}2b`,
  ],
  misses: ['cfut_ is how they begin', `x${token}`, token.slice(0, 9), token + 'Zx'.repeat(600)],
} satisfies Samples;
