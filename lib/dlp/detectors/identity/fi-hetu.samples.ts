import type { Samples } from '../../types.ts';

export default {
  hits: ['hetu: 010188A078N', 'the hetu is "010186A737D" here', 'hetu 010151A738D'],
  misses: ['_010188A078N', 'hetu: 010186A737D71', 'the part 010151A738 is there', 'hetu: 010195A7338'],
} satisfies Samples;
