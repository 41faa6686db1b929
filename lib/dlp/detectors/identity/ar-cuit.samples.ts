import type { Samples } from '../../types.ts';

export default {
  hits: ['cuit: 20-19504519-5', 'the cuit is "20-72902536-5" here', 'cuit 20-01983147-8'],
  misses: ['_20-19504519-5', 'cuit: 20-72902536-571', 'the part 20-01983147-8 is there', 'cuit: 20-24874687-4'],
} satisfies Samples;
