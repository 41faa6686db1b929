import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const token = `00D5g00000abcDe!${body.slice(0, 96)}`;
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`],
  misses: [`x${token}`, token.slice(0, 12), `${token}${body}`, '00D is how they begin'],
} satisfies Samples;
