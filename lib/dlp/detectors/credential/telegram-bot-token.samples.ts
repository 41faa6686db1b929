import type { Samples } from '../../types.ts';

const body = 'a1B2c3D4e5F'.repeat(3); // 33 characters
export default {
  hits: [
    `1234567890:AA${body}`,
    `bot12345678:AA${body}`.replace('bot', 'bot '),
    `TOKEN=987654321:AA${body}`,
    `telegram: 1234567890:h3${body}`,
    `tgram://12345678:uK${body}/`,
  ],
  misses: [
    `1234567890:AA${body}x`,
    `1234:AA${body}`,
    `1234567890:BB${body}`,
    `at 12:30 telegram 1234567:h3${body}`,
    `1234567890:aa${body}`,
  ],
} satisfies Samples;
