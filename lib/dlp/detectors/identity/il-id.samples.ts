import type { Samples } from '../../types.ts';

export default {
  hits: ['teudat: 099765596', 'the teudat is "028564698" here', 'teudat 043705177'],
  misses: ['_099765596', 'teudat: 02856469871', 'the part 043705177 is there', 'teudat: 056127694'],
} satisfies Samples;
