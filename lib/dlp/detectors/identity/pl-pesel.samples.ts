import type { Samples } from '../../types.ts';

export default {
  hits: ['pesel: 90010104331', 'the pesel is "90010190785" here', '90010123213'],
  misses: ['_90010104331', 'pesel: 9001019078571', 'the part 90010123213 is there', 'pesel: 90010143705'],
} satisfies Samples;
