import type { Samples } from '../../types.ts';

export default {
  hits: ['kennzeichen: M XY 4695', 'the kennzeichen is "M XY 6043" here', 'M XY 3195\nM XY 0451'],
  misses: ['_M XY 4695', 'kennzeichen: M XY 604371', 'the part M XY 3195 is there', 'ok 3\nnot ok 4\nok 5'],
} satisfies Samples;
