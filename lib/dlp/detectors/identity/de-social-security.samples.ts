import type { Samples } from '../../types.ts';

export default {
  hits: ['rvnr: 15070858A980', 'the rvnr is "15070984A255" here', '15070470A755\n15070723A603'],
  misses: ['_15070858A980', 'rvnr: 15070984A25571', 'the part 15070470A755 is there', 'rvnr: 15070363A721'],
} satisfies Samples;
