import type { Samples } from '../../types.ts';

export default {
  hits: ['bic: BABTDEFM', 'the bic is "BARADEFF" here', 'bic DERADEFM'],
  misses: ['_BABTDEFM', 'bic: BARADEFF71', 'the part DERADEFM is there'],
} satisfies Samples;
