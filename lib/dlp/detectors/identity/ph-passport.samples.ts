import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: P3884205C', 'the passport is "P4201995B" here', 'passport P3364886B'],
  misses: ['_P3884205C', 'passport: P4201995B71', 'the part P3364886B is there'],
} satisfies Samples;
