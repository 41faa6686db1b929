import type { Samples } from '../../types.ts';

export default {
  hits: ['health card: 3287-169-233-JJ', 'the health card is "3777-568-215-JL" here', 'health card 3929-748-668-HO'],
  misses: [
    '_3287-169-233-JJ',
    'health card: 3777-568-215-JL71',
    'the part 3929-748-668-HO is there',
    'health card: 6888-186-118-NM',
  ],
} satisfies Samples;
