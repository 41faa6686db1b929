import type { Samples } from '../../types.ts';

export default {
  hits: ['ausweis: C368N1199', 'the ausweis is "C561C7694" here', 'C489M2144\nC141R0601'],
  misses: ['_C368N1199', 'ausweis: C561C769471', 'the part C489M2144 is there', 'ausweis: C446N0673'],
} satisfies Samples;
