import type { Samples } from '../../types.ts';

export default {
  hits: ['nric: S4695604A', 'the nric is "S3319504A" here', 'S5195888A\nS7411983A'],
  misses: ['_S4695604A', 'nric: S3319504A71', 'the part S5195888A is there', 'nric: S6677667A'],
} satisfies Samples;
