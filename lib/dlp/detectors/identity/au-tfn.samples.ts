import type { Samples } from '../../types.ts';

export default {
  hits: ['tfn: 888 741 198', 'the tfn is "351 785 190" here', '648 072 321\n299 369 655'],
  misses: ['_888 741 198', 'tfn: 351 785 19071', 'the part 648 072 321 is there', 'tfn: 048 912 144'],
} satisfies Samples;
