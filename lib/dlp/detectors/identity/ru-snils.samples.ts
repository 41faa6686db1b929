import type { Samples } from '../../types.ts';

export default {
  hits: ['snils: 293-848-803 36', 'the snils is "480-603-715 75" here', 'snils 164-841-707 84'],
  misses: ['_293-848-803 36', 'snils: 480-603-715 7571', 'the part 164-841-707 84 is there', 'snils: 345-212-668 20'],
} satisfies Samples;
