import type { Samples } from '../../types.ts';

export default {
  hits: ['svnr: 1684 010190', 'the svnr is "1692 010190" here', 'svnr 1975 010190'],
  misses: ['_1684 010190', 'svnr: 1692 01019071', 'the part 1975 010190 is there', 'svnr: 1507 010190'],
} satisfies Samples;
