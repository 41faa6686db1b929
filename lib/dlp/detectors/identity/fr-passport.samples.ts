import type { Samples } from '../../types.ts';

export default {
  hits: ['passeport: 13CC07771', 'the passeport is "21AB46810" here', 'passeport 01YB26947'],
  misses: ['_13CC07771', 'passeport: 21AB4681071', 'the part 01YB26947 is there'],
} satisfies Samples;
