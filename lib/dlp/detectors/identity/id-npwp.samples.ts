import type { Samples } from '../../types.ts';

export default {
  hits: ['npwp: 00.608.563.3-008.000', 'the npwp is "08.052.958.9-702.000" here', 'npwp 76.811.708.7-851.000'],
  misses: [
    '_00.608.563.3-008.000',
    'npwp: 08.052.958.9-702.00071',
    'the part 76.811.708.7-851.000 is there',
    'npwp: 95.229.190.8-953.000',
  ],
} satisfies Samples;
