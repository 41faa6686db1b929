import type { Samples } from '../../types.ts';

export default {
  hits: ['handelsregister: HRB 46956', 'the handelsregister is "HRB 04331" here', 'handelsregister HRB 95045'],
  misses: ['_HRB 46956', 'handelsregister: HRB 0433171', 'HRC 12345 is none'],
} satisfies Samples;
