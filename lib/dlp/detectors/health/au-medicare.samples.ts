import type { Samples } from '../../types.ts';

export default {
  hits: ['medicare: 2195 04519 5', 'the medicare is "2888 74119 8" here', '2684 92122 3\n2729 02536 5'],
  misses: ['_2195 04519 5', 'medicare: 2888 74119 871', 'the part 2684 92122 3 is there', 'medicare: 2909 97655 9'],
} satisfies Samples;
