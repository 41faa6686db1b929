import type { Samples } from '../../types.ts';

const token = `00${'q7Wz9Kp3Lt5Y'.repeat(4).slice(0, 40)}`; // built here so that no token-like literal is committed
export default {
  hits: [
    `Authorization: SSWS ${token}`,
    `okta_api_token = ${token}`,
    `variable "okta_api_token" {\n  default = "${token}"\n}`,
  ],
  misses: [token, `SSWS ${token.slice(0, 30)}`, 'Authorization: SSWS ${api_token}', `okta ${'0'.repeat(42)}`],
} satisfies Samples;
