import type { Samples } from '../../types.ts';

export default {
  hits: ['cccd: 079075917375', 'the cccd is "070097358604" here', 'cccd 078325851615'],
  misses: ['_079075917375', 'cccd: 07009735860471', 'the part 078325851615 is there', 'cccd: 070077880777'],
} satisfies Samples;
