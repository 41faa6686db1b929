import type { Samples } from '../../types.ts';

export default {
  hits: ['ifsc: HDFC0003146', 'the ifsc is "HDFC0002371" here', 'ifsc HDFC0003529'],
  misses: ['_HDFC0003146', 'ifsc: HDFC000237171', 'the part HDFC0003529 is there'],
} satisfies Samples;
