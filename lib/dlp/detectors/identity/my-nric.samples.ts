import type { Samples } from '../../types.ts';

export default {
  hits: ['mykad: 740726-14-6765', 'the mykad is "450107-14-2976" here', 'mykad 580403-14-8842'],
  misses: ['_740726-14-6765', 'mykad: 450107-14-297671', 'the part 580403-14-8842 is there'],
} satisfies Samples;
