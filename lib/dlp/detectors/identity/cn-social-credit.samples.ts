import type { Samples } from '../../types.ts';

export default {
  hits: [
    'credit code: 91310101MB276509C4',
    'the credit code is "11310101MA346810BP" here',
    'credit code 71310101MQ612830DU',
  ],
  misses: [
    '_91310101MB276509C4',
    'credit code: 11310101MA346810BP71',
    'the part 71310101MQ612830DU is there',
    'credit code: 91310101MS542633CE',
  ],
} satisfies Samples;
