import type { Samples } from '../../types.ts';

export default {
  hits: ['civil id: 283120564217', 'the civil id is "277040251922" here', 'civil id 276100732484'],
  misses: ['_283120564217', 'civil id: 27704025192271', 'the part 276100732484 is there', 'civil id: 231041771867'],
} satisfies Samples;
