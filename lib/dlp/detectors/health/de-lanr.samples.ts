import type { Samples } from '../../types.ts';

export default {
  hits: ['lanr: 909976559', 'the lanr is "692459038" here', '343757470'],
  misses: ['_909976559', 'lanr: 69245903871', 'the part 343757470 is there', 'lanr: 299369655'],
} satisfies Samples;
