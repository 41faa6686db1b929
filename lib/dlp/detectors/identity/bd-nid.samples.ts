import type { Samples } from '../../types.ts';

export default {
  hits: ['nid: 1883103493641', 'the nid is "1486228526736" here', 'nid 1147285136278'],
  misses: ['_1883103493641', 'nid: 148622852673671', 'the part 1147285136278 is there'],
} satisfies Samples;
