import type { Samples } from '../../types.ts';

export default {
  hits: ['patente: RM4695604B', 'the patente is "RM3319504B" here', 'RM5195888B\nRM7411983B'],
  misses: ['_RM4695604B', 'patente: RM3319504B71', 'the part RM5195888B is there'],
} satisfies Samples;
