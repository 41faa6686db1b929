import type { Samples } from '../../types.ts';

export default {
  hits: ['ust: DE253784907', 'the ust is "DE858980204" here', 'ust DE368211990'],
  misses: ['_DE253784907', 'ust: DE85898020471', 'the part DE36821199 is there', 'ust: DE578905200'],
} satisfies Samples;
