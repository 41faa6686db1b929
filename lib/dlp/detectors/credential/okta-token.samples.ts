import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
const token = `00${body.slice(0, 40)}`;
export default {
  hits: [`Authorization: SSWS ${token}`, `okta_api_token = ${token}`, `"oktaToken": "${token}"`],
  misses: [token, `SSWS ${token}x`, 'SSWS 00 is how they begin'],
} satisfies Samples;
