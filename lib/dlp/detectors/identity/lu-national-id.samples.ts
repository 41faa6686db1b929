import type { Samples } from '../../types.ts';

export default {
  hits: ['luxembourg: 1942031085287', 'the luxembourg is "2001121114516" here', 'luxembourg 1910041196961'],
  misses: ['_1942031085287', 'luxembourg: 200112111451671', 'luxembourg: 1675062415268'],
} satisfies Samples;
