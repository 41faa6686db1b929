import type { Samples } from '../../types.ts';

const body = 'a1B2'.repeat(9); // 36 characters
export default {
  hits: [
    `ghs_12345_${['eyJhbGciOi', 'eyJpYXQiOj', 'q7Wz9Kp3Lt5YbR8nX2cV'].map((part) => part.repeat(2)).join('.')}`,
    `ghp_${body}`,
    `Authorization: token gho_${body}`,
    `ghs_${body}.`,
  ],
  misses: [`ghp_${body}x`, `my_ghp_${body}`, 'ghp_ tokens start with four letters'],
} satisfies Samples;
