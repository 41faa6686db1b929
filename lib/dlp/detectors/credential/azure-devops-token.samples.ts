import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const token = `${body.slice(0, 76)}AZDOq7Wz`;
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`],
  misses: [`x${token}`, token.slice(0, 12), `${token}Zx9`, 'AZDO is near their end'],
} satisfies Samples;
