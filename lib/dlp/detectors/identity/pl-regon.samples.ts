import type { Samples } from '../../types.ts';

export default {
  hits: ['regon: 735173763', 'the regon is "326831071" here', 'regon 485842022'],
  misses: ['_735173763', 'regon: 32683107171', 'the part 485842022 is there', 'regon: 539812407'],
} satisfies Samples;
