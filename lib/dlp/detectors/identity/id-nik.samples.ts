import type { Samples } from '../../types.ts';

export default {
  hits: ['nik: 3273011308731232', 'the nik is "3273010608542681" here', 'nik 3273011511589971'],
  misses: [
    '_3273011308731232',
    'nik: 327301060854268171',
    'the part 3273011511589971 is there',
    'nik: 3273010006384035',
  ],
} satisfies Samples;
