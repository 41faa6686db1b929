import type { Samples } from '../../types.ts';

export default {
  hits: ['sort code: 62537441', 'the sort code is "13894931" here', 'sort code 38130013'],
  misses: ['_62537441', 'sort code: 1389493171', 'the part 38130013 is there', 'sort code: 19155955'],
} satisfies Samples;
