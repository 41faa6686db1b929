import type { Samples } from '../../types.ts';

export default {
  hits: ['bank account: 94695604331', 'the bank account is "99504519588" here', 'bank account 98741198351'],
  misses: ['_94695604331', 'bank account: 1234567', 'the part 98741198351 is there'],
} satisfies Samples;
