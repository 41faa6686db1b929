import type { Samples } from '../../types.ts';

export default {
  hits: ['plate: KJA-469PZ', 'the plate is "KJA-560PZ" here', 'KJA-433PZ\nKJA-195PZ'],
  misses: ['_KJA-469PZ', 'plate: KJA-560PZ71', 'the part KJA-433PZ is there'],
} satisfies Samples;
