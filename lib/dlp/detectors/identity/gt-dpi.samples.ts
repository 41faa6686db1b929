import type { Samples } from '../../types.ts';

export default {
  hits: ['dpi: 1495 67111 0101', 'the dpi is "3444 62536 0101" here', 'dpi 3325 34014 0101'],
  misses: ['_1495 67111 0101', 'dpi: 3444 62536 010171', 'the part 3325 34014 0101 is there', 'dpi: 2646 67191 0101'],
} satisfies Samples;
