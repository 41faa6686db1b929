import type { Samples } from '../../types.ts';

export default {
  hits: ['ruc: 24969511-1', 'the ruc is "12754755-0" here', 'ruc 24803144-9'],
  misses: ['_24969511-1', 'ruc: 12754755-071', 'the part 24803144-9 is there', 'ruc: 82369378-7'],
} satisfies Samples;
