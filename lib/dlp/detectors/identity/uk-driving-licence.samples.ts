import type { Samples } from '../../types.ts';

export default {
  hits: ['licence: MORGA657044SM9IJ', 'the licence is "MORGA657064SM9IJ" here', 'licence MORGA657094SM9IJ'],
  misses: ['_MORGA657044SM9IJ', 'licence: MORGA657064SM9IJ71', 'the part MORGA657094SM9I is there'],
} satisfies Samples;
