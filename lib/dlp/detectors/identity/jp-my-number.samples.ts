import type { Samples } from '../../types.ts';

export default {
  hits: ['my number: 1983 5178 5190', 'the my number is "6849 2122 3729" here', 'my number 8314 7897 5472'],
  misses: [
    '_1983 5178 5190',
    'my number: 6849 2122 372971',
    'the part 8314 7897 5472 is there',
    'my number: 1405 0752 4370',
  ],
} satisfies Samples;
