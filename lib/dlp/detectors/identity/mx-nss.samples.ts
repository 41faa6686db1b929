import type { Samples } from '../../types.ts';

export default {
  hits: ['imss: 99147285136', 'the imss is "50806906306" here', 'imss 42885738122'],
  misses: ['_99147285136', 'imss: 5080690630671', 'the part 42885738122 is there', 'imss: 10923289346'],
} satisfies Samples;
