import type { Samples } from '../../types.ts';

const body = 'a1B2c3D'.repeat(4); // 28 characters
export default {
  hits: [`GOCSPX-${body}`, `"client_secret":"GOCSPX-${body}"`, `secret GOCSPX-${body}`],
  misses: [`GOCSPX-${body}x`, `xGOCSPX-${body}`, 'GOCSPX- is the prefix'],
} satisfies Samples;
