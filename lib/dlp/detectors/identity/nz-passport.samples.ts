import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: LH915633', 'the passport is "LH513906" here', 'passport LB062622'],
  misses: ['_LH915633', 'passport: LH51390671', 'the part LB062622 is there'],
} satisfies Samples;
