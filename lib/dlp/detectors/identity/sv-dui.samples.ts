import type { Samples } from '../../types.ts';

export default {
  hits: ['dui: 03396219-2', 'the dui is "04813771-0" here', 'dui 00301449-8'],
  misses: ['_03396219-2', 'dui: 04813771-071', 'the part 00301449-8 is there', 'dui: 01476660-1'],
} satisfies Samples;
