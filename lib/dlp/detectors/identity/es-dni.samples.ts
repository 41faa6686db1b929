import type { Samples } from '../../types.ts';

export default {
  hits: ['dni: 91088669K', 'the dni is "51843488Q" here', '85181078A\n01307913H'],
  misses: ['_91088669K', 'dni: 51843488Q71', 'the part 85181078 is there', 'dni: 45882806K'],
} satisfies Samples;
