import type { Samples } from '../../types.ts';

export default {
  hits: ['citizenship: 27-01-71-73604', 'the citizenship is "27-01-73-03600" here', 'citizenship 27-01-70-83907'],
  misses: ['_27-01-71-73604', 'citizenship: 27-01-73-0360071', 'the part 27-01-70-83907 is there'],
} satisfies Samples;
