import type { Samples } from '../../types.ts';

export default {
  hits: ['maltese id: 0759173G', 'the maltese id is "3009735G" here', 'maltese id 5668925G'],
  misses: ['_0759173G', 'maltese id: 3009735G71', 'the part 5668925G is there'],
} satisfies Samples;
