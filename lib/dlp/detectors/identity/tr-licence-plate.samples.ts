import type { Samples } from '../../types.ts';

export default {
  hits: ['plaka: 34 ABC 469', 'the plaka is "34 ABC 560" here', '34 ABC 433\n34 ABC 195'],
  misses: ['23 Dec 2020', '_34 ABC 469', 'plaka: 34 ABC 56071', 'the part 34 ABC 433 is there'],
} satisfies Samples;
