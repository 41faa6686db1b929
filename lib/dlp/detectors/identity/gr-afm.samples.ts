import type { Samples } from '../../types.ts';

export default {
  hits: ['afm: 041048097', 'the afm is "092278040" here', 'afm 186074692'],
  misses: ['_041048097', 'afm: 09227804071', 'the part 186074692 is there', 'afm: 169154262'],
} satisfies Samples;
