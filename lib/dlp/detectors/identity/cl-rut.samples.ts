import type { Samples } from '../../types.ts';

export default {
  hits: ['rut: 12.077.286-4', 'the rut is "12.363.721-6" here', 'rut 12.151.189-4'],
  misses: ['_12.077.286-4', 'rut: 12.363.721-671', 'the part 12.151.189-4 is there', 'rut: 12.063.949-9'],
} satisfies Samples;
