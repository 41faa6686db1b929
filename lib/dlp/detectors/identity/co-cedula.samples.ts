import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: 89.310.559', 'the cedula is "76.859.901" here', 'cedula 87.626.042'],
  misses: ['_89.310.559', 'cedula: 76.859.90171', 'the part 87.626.042 is there', 'cedula: 89.989.484'],
} satisfies Samples;
