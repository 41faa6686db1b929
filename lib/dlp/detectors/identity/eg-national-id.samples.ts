import type { Samples } from '../../types.ts';

export default {
  hits: ['national id: 29608270116461', 'the national id is "28802270199510" here', 'national id 26807050155424'],
  misses: ['_29608270116461', 'national id: 2880227019951071', 'the part 26807050155424 is there'],
} satisfies Samples;
