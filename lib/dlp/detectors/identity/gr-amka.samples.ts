import type { Samples } from '../../types.ts';

export default {
  hits: ['amka: 01019053659', 'the amka is "01019076692" here', 'amka 01019045903'],
  misses: ['_01019053659', 'amka: 0101907669271', 'the part 01019045903 is there', 'amka: 01019004029'],
} satisfies Samples;
