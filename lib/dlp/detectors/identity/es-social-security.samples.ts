import type { Samples } from '../../types.ts';

export default {
  hits: [
    'seguridad social: 025144243101',
    'the seguridad social is "325341534234" here',
    'seguridad social 187575753149',
  ],
  misses: [
    '_025144243101',
    'seguridad social: 32534153423471',
    'the part 187575753149 is there',
    'seguridad social: 122017147091',
  ],
} satisfies Samples;
