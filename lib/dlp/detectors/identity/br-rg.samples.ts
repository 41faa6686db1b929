import type { Samples } from '../../types.ts';

export default {
  hits: ['rg: 27.812.201-3', 'the rg is "15.085.722-1" here', 'rg 33.099.128-4'],
  misses: ['_27.812.201-3', 'rg: 15.085.722-171', 'the part 33.099.128-4 is there', 'rg: 24.022.220-0'],
} satisfies Samples;
