import type { Samples } from '../../types.ts';

export default {
  hits: ['laser: JT2-6966489-11', 'the laser is "JT0-2635398-73" here', 'laser JT0-9601569-93'],
  misses: ['_JT2-6966489-11', 'laser: JT0-2635398-7371', 'the part JT0-9601569-93 is there'],
} satisfies Samples;
