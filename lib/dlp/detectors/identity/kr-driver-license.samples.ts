import type { Samples } from '../../types.ts';

export default {
  hits: ['운전면허: 11-46-956043-31', 'the 운전면허 is "11-95-045195-88" here', '11-87-411983-51\n11-78-519068-49'],
  misses: ['_11-46-956043-31', '운전면허: 11-95-045195-8871', 'the part 11-87-411983-51 is there'],
} satisfies Samples;
