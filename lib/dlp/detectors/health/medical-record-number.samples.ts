import type { Samples } from '../../types.ts';

const number = ['0048', '2913'].join('');
export default {
  hits: [`MRN: ${number}`, `patient id ${number}`, `Medical record number # H-${number}`],
  misses: ['MRN: pending', 'patient id 12', `order ${number}`],
} satisfies Samples;
