import type { Samples } from '../../types.ts';

export default {
  hits: ['utr: 7972251814', 'the utr is "1920742249" here', 'utr 8280912554'],
  misses: ['_7972251814', 'utr: 192074224971', 'the part 8280912554 is there', 'utr: 5426257944'],
} satisfies Samples;
