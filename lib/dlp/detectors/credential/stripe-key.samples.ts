import type { Samples } from '../../types.ts';

const body = 'a1B2c3D4'.repeat(3); // 24 characters
export default {
  hits: [`sk_live_${body}`, `rk_live_${body}`, `stripe: sk_test_${body}`],
  misses: [`pk_live_${body}`, `task_live_${body}`, 'sk_live_ starts a key'],
} satisfies Samples;
