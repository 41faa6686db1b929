import type { Samples } from '../../types.ts';

export default {
  hits: ['georgian id: 01668208005', 'the georgian id is "61655623985" here', 'georgian id 01992597366'],
  misses: ['_01668208005', 'georgian id: 6165562398571', 'the part 01992597366 is there', 'georgian id: 61166146641'],
} satisfies Samples;
