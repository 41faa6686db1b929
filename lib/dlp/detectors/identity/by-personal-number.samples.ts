import type { Samples } from '../../types.ts';

export default {
  hits: ['belarus: 4120262C260PB1', 'the belarus is "3280857K262PB5" here', 'belarus 4271037E583PB4'],
  misses: [
    '_4120262C260PB1',
    'belarus: 3280857K262PB571',
    'the part 4271037E583PB4x9 is there',
    'belarus: 3200488F784PB5',
  ],
} satisfies Samples;
