import type { Samples } from '../../types.ts';

export default {
  hits: ['frn: 900131-5950451', 'the frn is "900119-5835178" here', '900121-5223729'],
  misses: ['_900131-5950451', 'frn: 900119-583517871', 'the part 900121-5223729 is there', 'frn: 900199-5765596'],
} satisfies Samples;
