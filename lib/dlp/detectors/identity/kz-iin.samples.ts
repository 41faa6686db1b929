import type { Samples } from '../../types.ts';

export default {
  hits: ['iin: 381227480801', 'the iin is "461224471060" here', 'iin 810801373990'],
  misses: ['_381227480801', 'iin: 46122447106071', 'the part 810801373990 is there', 'iin: 540810376889'],
} satisfies Samples;
