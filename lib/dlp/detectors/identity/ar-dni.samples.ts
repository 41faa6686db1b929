import type { Samples } from '../../types.ts';

export default {
  hits: ['dni: 49.499.187', 'the dni is "35.397.873" here', 'dni 24.543.162'],
  misses: ['_49.499.187', 'dni: 35.397.87371', 'the part 24.543.162 is there', 'dni: 22.677.776'],
} satisfies Samples;
