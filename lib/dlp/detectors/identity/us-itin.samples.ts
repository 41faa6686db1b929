import type { Samples } from '../../types.ts';

export default {
  hits: ['itin: 946-79-5604', 'the itin is "933-71-9504" here', '951-79-5888\n974-71-1983'],
  misses: ['_946-79-5604', 'itin: 933-71-950471', 'the part 951-79-5888 is there'],
} satisfies Samples;
