import type { Samples } from '../../types.ts';

export default {
  hits: ['alien: A243196208', 'the alien is "A298730008" here', 'alien A218207758'],
  misses: ['_A243196208', 'alien: A29873000871', 'the part A218207758 is there'],
} satisfies Samples;
