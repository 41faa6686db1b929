import type { Samples } from '../../types.ts';

export default {
  hits: ['sss: 34-1535738-8', 'the sss is "34-2327802-1" here', 'sss 34-3426381-8'],
  misses: ['_34-1535738-8', 'sss: 34-2327802-171', 'the part 34-3426381-8 is there', 'sss: 34-3434343-4'],
} satisfies Samples;
