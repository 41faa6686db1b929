import type { Samples } from '../../types.ts';

export default {
  hits: ['rpps: 10725701501', 'the rpps is "10346299455" here', 'rpps 10644615626'],
  misses: ['_10725701501', 'rpps: 1034629945571', 'the part 10644615626 is there', 'rpps: 10081606436'],
} satisfies Samples;
