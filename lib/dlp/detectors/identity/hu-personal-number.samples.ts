import type { Samples } from '../../types.ts';

export default {
  hits: ['szemelyi: 11703133122', 'the szemelyi is "26410245882" here', 'szemelyi 18111233727'],
  misses: ['_11703133122', 'szemelyi: 2641024588271', 'the part 18111233727 is there', 'szemelyi: 29611166461'],
} satisfies Samples;
