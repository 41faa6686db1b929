import type { Samples } from '../../types.ts';

export default {
  hits: ['ehic: 80276939682646371160', 'the ehic is "80276589755746233667" here', 'ehic 80276281633685342746'],
  misses: ['_80276939682646371160', 'ehic: 8027658975574623366771', 'the part 80276281633685342746 is there'],
} satisfies Samples;
