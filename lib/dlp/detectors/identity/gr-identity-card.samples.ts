import type { Samples } from '../../types.ts';

export default {
  hits: ['greek id: PE-452459', 'the greek id is "HK-044342" here', 'greek id YN-554659'],
  misses: ['_PE-452459', 'greek id: HK-04434271', 'the part YN-554659 is there'],
} satisfies Samples;
