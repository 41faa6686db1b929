import type { Samples } from '../../types.ts';

export default {
  hits: ['rodné číslo: 900101/9588', 'the rodné číslo is "900101/8741" here', 'rodné číslo 900101/6849'],
  misses: ['_900101/9588', 'rodné číslo: 900101/874171', 'the part 900101/6849 is there', 'rodné číslo: 900101/8188'],
} satisfies Samples;
