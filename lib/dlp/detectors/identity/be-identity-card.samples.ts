import type { Samples } from '../../types.ts';

export default {
  hits: [
    'identiteitskaart: 511-4263818-25',
    'the identiteitskaart is "561-7552900-48" here',
    'identiteitskaart 591-1659531-60',
  ],
  misses: [
    '_511-4263818-25',
    'identiteitskaart: 561-7552900-4871',
    'the part 591-1659531-60 is there',
    'identiteitskaart: 512-3092373-40',
  ],
} satisfies Samples;
