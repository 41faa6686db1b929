import type { Samples } from '../../types.ts';

export default {
  hits: ['acn: 910 345 612', 'the acn is "704 215 109" here', '564 832 908\n840 412 231'],
  misses: ['_910 345 612', 'acn: 704 215 10971', 'the part 564 832 908 is there', 'acn: 323 417 516'],
} satisfies Samples;
