import type { Samples } from '../../types.ts';

export default {
  hits: ['ein: 30-9916096', 'the ein is "26-5299278" here', 'ein 32-0471512'],
  misses: ['_30-9916096', 'ein: 26-529927871', 'the part 32-0471512 is there', 'ein: 23-4234242'],
} satisfies Samples;
