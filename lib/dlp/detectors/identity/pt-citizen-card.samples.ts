import type { Samples } from '../../types.ts';

export default {
  hits: ['citizen card: 55427306 3 WR7', 'the citizen card is "51052314 9 AQ8" here', 'citizen card 26425642 8 AP5'],
  misses: [
    '_55427306 3 WR7',
    'citizen card: 51052314 9 AQ871',
    'the part 26425642 8 AP5 is there',
    'citizen card: 27330805 5 ZH4',
  ],
} satisfies Samples;
