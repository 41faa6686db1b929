import type { Samples } from '../../types.ts';

export default {
  hits: ['plz: 98351', 'the plz is "78519" here', '06849'],
  misses: ['_98351', 'plz: 7851971', 'the part 06849 is there'],
} satisfies Samples;
