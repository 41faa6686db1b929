import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: 3.999.196-1', 'the cedula is "2.794.525-7" here', 'cedula 5.210.515-1'],
  misses: ['_3.999.196-1', 'cedula: 2.794.525-771', 'the part 5.210.515-1 is there', 'cedula: 4.813.380-0'],
} satisfies Samples;
