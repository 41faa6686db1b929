import type { Samples } from '../../types.ts';

export default {
  hits: ['ird: 45597261', 'the ird is "43702548" here', 'ird 48819648'],
  misses: ['_45597261', 'ird: 4370254871', 'the part 48819648 is there', 'ird: 49780546'],
} satisfies Samples;
