import type { Samples } from '../../types.ts';

export default {
  hits: ['cnic: 35201-3323680-5', 'the cnic is "45201-0148986-0" here', 'cnic 45201-8780215-4'],
  misses: ['_35201-3323680-5', 'cnic: 45201-0148986-071', 'the part 45201-8780215-4 is there'],
} satisfies Samples;
