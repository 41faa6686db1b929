import type { Samples } from '../../types.ts';

export default {
  hits: ['south african: 9001014695604', 'the south african is "9001017411983" here', '9001015178519'],
  misses: [
    '_9001014695604',
    'south african: 900101741198371',
    'the part 9001015178519 is there',
    'south african: 9001019078589',
  ],
} satisfies Samples;
