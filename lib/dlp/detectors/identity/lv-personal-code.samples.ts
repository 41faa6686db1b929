import type { Samples } from '../../types.ts';

export default {
  hits: ['personas kods: 121150-21820', 'the personas kods is "230301-14001" here', 'personas kods 120384-27930'],
  misses: [
    '_121150-21820',
    'personas kods: 230301-1400171',
    'the part 120384-27930 is there',
    'personas kods: 260774-27651',
  ],
} satisfies Samples;
