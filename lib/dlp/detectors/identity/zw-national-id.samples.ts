import type { Samples } from '../../types.ts';

export default {
  hits: ['zimbabwe id: 60-227318 Z 46', 'the zimbabwe id is "70-284109 F 43" here', 'zimbabwe id 60-615050 H 48'],
  misses: ['_60-227318 Z 46', 'zimbabwe id: 70-284109 F 4371', 'the part 60-615050 H 48 is there'],
} satisfies Samples;
