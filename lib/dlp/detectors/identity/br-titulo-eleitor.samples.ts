import type { Samples } from '../../types.ts';

export default {
  hits: ['eleitor: 328374991570', 'the eleitor is "615662350388" here', 'eleitor 940418480876'],
  misses: ['_328374991570', 'eleitor: 61566235038871', 'the part 940418480876 is there', 'eleitor: 544466871329'],
} satisfies Samples;
