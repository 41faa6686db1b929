import type { Samples } from '../../types.ts';

export default {
  hits: ['rrn: 900131-1950451', 'the rrn is "900119-1835178" here', '900121-1223729'],
  misses: ['_900131-1950451', 'rrn: 900119-183517871', 'the part 900121-1223729 is there', 'rrn: 900199-1765596'],
} satisfies Samples;
