import type { Samples } from '../../types.ts';

export default {
  hits: ['routing: 051906849', 'the routing is "069245903" here', '091991034'],
  misses: ['_051906849', 'routing: 06924590371', 'the part 091991034 is there', 'routing: 076969966'],
} satisfies Samples;
