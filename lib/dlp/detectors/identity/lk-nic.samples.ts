import type { Samples } from '../../types.ts';

export default {
  hits: ['nic: 923410163V', 'the nic is "703429449V" here', 'nic 813104050V'],
  misses: ['_923410163V', 'nic: 703429449V71', 'the part 813104050V is there'],
} satisfies Samples;
