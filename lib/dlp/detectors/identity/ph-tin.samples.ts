import type { Samples } from '../../types.ts';

export default {
  hits: ['tin: 469-560-433', 'the tin is "195-045-195" here', 'tin 888-741-198'],
  misses: ['_469-560-433', 'tin: 195-045-19571', 'the part 888-741-198 is there'],
} satisfies Samples;
