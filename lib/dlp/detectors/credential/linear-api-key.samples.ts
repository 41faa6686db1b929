import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt'.repeat(4);
const token = `lin_api_${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['lin_api_ is how they begin', `x${token}`, token.slice(0, 12), token + 'Zx'.repeat(600)],
} satisfies Samples;
