import type { Samples } from '../../types.ts';

export default {
  hits: ['rijbewijs: 5357853569', 'the rijbewijs is "5422708329" here', 'rijbewijs 4555588704'],
  misses: ['_5357853569', 'rijbewijs: 542270832971', 'the part 4555588704 is there', 'rijbewijs: 4427222444'],
} satisfies Samples;
