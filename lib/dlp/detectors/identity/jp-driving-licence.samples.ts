import type { Samples } from '../../types.ts';

export default {
  hits: [
    'japanese license: 109593461778',
    'the japanese license is "105071531763" here',
    'japanese license 101676705736',
  ],
  misses: ['_109593461778', 'japanese license: 10507153176371', 'the part 101676705736 is there'],
} satisfies Samples;
