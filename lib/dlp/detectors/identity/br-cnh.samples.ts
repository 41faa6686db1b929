import type { Samples } from '../../types.ts';

export default {
  hits: ['cnh: 12291849289', 'the cnh is "85351430500" here', 'cnh 74649392407'],
  misses: ['_12291849289', 'cnh: 8535143050071', 'the part 74649392407 is there', 'cnh: 22915809270'],
} satisfies Samples;
