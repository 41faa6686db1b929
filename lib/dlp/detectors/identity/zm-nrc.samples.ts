import type { Samples } from '../../types.ts';

export default {
  hits: ['nrc: 671989/11/1', 'the nrc is "495016/16/1" here', 'nrc 613671/11/1'],
  misses: ['_671989/11/1', 'nrc: 495016/16/171', 'the part 613671/11/1 is there'],
} satisfies Samples;
