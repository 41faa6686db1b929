import type { Samples } from '../../types.ts';

export default {
  hits: ['melli: 0059233427', 'the melli is "0033128944" here', 'melli 0039123278'],
  misses: ['_0059233427', 'melli: 003312894471', 'the part 0039123278 is there', 'melli: 0021196189'],
} satisfies Samples;
