import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: N3693787', 'the passport is "N4771940" here', 'passport N8197654'],
  misses: ['_N3693787', 'passport: N477194071', 'the part N8197654 is there'],
} satisfies Samples;
