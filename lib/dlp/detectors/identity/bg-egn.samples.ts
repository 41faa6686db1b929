import type { Samples } from '../../types.ts';

export default {
  hits: ['егн: 9001018741', 'the егн is "9001013729" here', 'егн 9001016590'],
  misses: ['_9001018741', 'егн: 900101372971', 'the part 9001016590 is there', 'егн: 9001014907'],
} satisfies Samples;
