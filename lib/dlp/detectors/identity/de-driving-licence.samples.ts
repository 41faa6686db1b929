import type { Samples } from '../../types.ts';

export default {
  hits: ['führerschein: MU46956043A', 'the führerschein is "MU31950451A" here', 'MU95888741A\nMU19835178A'],
  misses: ['_MU46956043A', 'führerschein: MU31950451A71', 'the part MU95888741A is there'],
} satisfies Samples;
