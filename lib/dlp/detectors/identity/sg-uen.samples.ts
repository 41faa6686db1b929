import type { Samples } from '../../types.ts';

export default {
  hits: ['uen: T46RF9560C', 'the uen is "T43RF3195C" here', 'T04RF5195C\nT88RF8741C'],
  misses: ['_T46RF9560C', 'uen: T43RF3195C71', 'the part T04RF5195C is there'],
} satisfies Samples;
