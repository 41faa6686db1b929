import type { Samples } from '../../types.ts';

const body = 'a1B2c3D4'.repeat(3); // 24 characters
export default {
  hits: [`xoxb-123456789012-9876543210987-${body}`, `xoxp-123456789012-${body}`, `token=xoxa-${body}`],
  misses: [`xoxb-short`, `foxoxb-123456789012-${body}`, 'xoxb- starts a bot token'],
} satisfies Samples;
