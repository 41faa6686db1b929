import type { Samples } from '../../types.ts';

export default {
  hits: ['thai: 1684921223729', 'the thai is "1063648072321" here', '1265076834647'],
  misses: ['_1684921223729', 'thai: 106364807232171', 'the part 1265076834647 is there', 'thai: 1379949142067'],
} satisfies Samples;
