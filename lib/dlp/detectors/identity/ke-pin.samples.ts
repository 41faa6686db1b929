import type { Samples } from '../../types.ts';

export default {
  hits: ['kra: A006836229T', 'the kra is "A007547474M" here', 'kra P001069957L'],
  misses: ['_A006836229T', 'kra: A007547474M71', 'the part P001069957L is there'],
} satisfies Samples;
