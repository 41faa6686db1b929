import type { Samples } from '../../types.ts';

export default {
  hits: ['jordanian id: 2807403753', 'the jordanian id is "2947252701" here', 'jordanian id 2833406961'],
  misses: ['_2807403753', 'jordanian id: 294725270171', 'the part 2833406961 is there', 'jordanian id: 0844989896'],
} satisfies Samples;
