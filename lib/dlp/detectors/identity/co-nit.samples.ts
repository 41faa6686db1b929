import type { Samples } from '../../types.ts';

export default {
  hits: ['nit: 871.939.207-9', 'the nit is "939.413.345-5" here', 'nit 987.876.921-9'],
  misses: ['_871.939.207-9', 'nit: 939.413.345-571', 'the part 987.876.921-9 is there', 'nit: 999.018.175-6'],
} satisfies Samples;
