import type { Samples } from '../../types.ts';

export default {
  hits: ['aadhaar: 2504 5195 8887', 'the aadhaar is "2099 7655 9689" here', '2524 3705 1773\n2507 6834 6471'],
  misses: [
    '_2504 5195 8887',
    'aadhaar: 2099 7655 968971',
    'the part 2524 3705 1773 is there',
    'aadhaar: 2528 5358 5360',
  ],
} satisfies Samples;
