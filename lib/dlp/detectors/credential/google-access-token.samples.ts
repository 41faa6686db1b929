import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const token = `ya29.${body.slice(0, 70)}`;
export default {
  hits: [token, `Bearer ${token}`, `access_token: '${token}'`],
  misses: [`x${token}`, 'ya29.short', 'ya29. is how they begin'],
} satisfies Samples;
