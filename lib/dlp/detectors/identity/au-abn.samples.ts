import type { Samples } from '../../types.ts';

export default {
  hits: ['abn: 12 145 868 572', 'the abn is "42 225 827 641" here', '39 185 172 793\n11 144 701 752'],
  misses: ['_12 145 868 572', 'abn: 42 225 827 64171', 'the part 39 185 172 793 is there', 'abn: 21 007 515 791'],
} satisfies Samples;
