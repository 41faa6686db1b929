import type { Samples } from '../../types.ts';

export default {
  hits: ['BSB: 062-103', 'BSB 063-211 account 78440431', 'bsb is 732001'],
  misses: ['call 062-103', 'BSB: 062-10', 'bsb 0621034', 'a list of 062-103'],
} satisfies Samples;
