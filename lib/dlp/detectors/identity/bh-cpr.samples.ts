import type { Samples } from '../../types.ts';

export default {
  hits: ['bahrain: 620403061', 'the bahrain is "670641447" here', 'bahrain 650726267'],
  misses: ['_620403061', 'bahrain: 67064144771', 'the part 650726267 is there'],
} satisfies Samples;
