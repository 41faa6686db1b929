import type { Samples } from '../../types.ts';

export default {
  hits: [
    'permis de conduire: 229742019955',
    'the permis de conduire is "136488655698" here',
    'permis de conduire 122731896420',
  ],
  misses: ['_229742019955', 'permis de conduire: 13648865569871', 'the part 122731896420 is there'],
} satisfies Samples;
