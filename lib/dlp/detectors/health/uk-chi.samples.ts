import type { Samples } from '../../types.ts';

export default {
  hits: ['chi: 1408855178', 'the chi is "1803532718" here', 'chi 2112814850'],
  misses: ['_1408855178', 'chi: 180353271871', 'the part 2112814850 is there', 'chi: 0604704973'],
} satisfies Samples;
