import type { Samples } from '../../types.ts';

export default {
  hits: ['emirates: 784-1948-9808012-5', 'the emirates is "784-1966-1552430-1" here', 'emirates 784-2002-5396609-5'],
  misses: [
    '_784-1948-9808012-5',
    'emirates: 784-1966-1552430-171',
    'the part 784-2002-5396609-5x9 is there',
    'emirates: 784-1880-8665374-2',
  ],
} satisfies Samples;
