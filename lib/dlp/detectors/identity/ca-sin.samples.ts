import type { Samples } from '../../types.ts';

export default {
  hits: ['sin: 151 906 849', 'the sin is "177 286 465" here', '173 949 272\n183 840 412'],
  misses: ['_151 906 849', 'sin: 177 286 46571', 'the part 173 949 272 is there', 'sin: 196 373 234'],
} satisfies Samples;
