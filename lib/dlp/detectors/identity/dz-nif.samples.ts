import type { Samples } from '../../types.ts';

export default {
  hits: ['algerie: 299116674155434', 'the algerie is "216016961450852" here', 'algerie 287716644423424'],
  misses: ['_299116674155434', 'algerie: 21601696145085271', 'the part 287716644423424 is there'],
} satisfies Samples;
