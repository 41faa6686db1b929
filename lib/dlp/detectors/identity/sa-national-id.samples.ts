import type { Samples } from '../../types.ts';

export default {
  hits: ['iqama: 1085270807', 'the iqama is "2100808696" here', 'iqama 2870681232'],
  misses: ['_1085270807', 'iqama: 210080869671', 'the part 2870681232 is there', 'iqama: 1013426381'],
} satisfies Samples;
