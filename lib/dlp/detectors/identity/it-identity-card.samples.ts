import type { Samples } from '../../types.ts';

export default {
  hits: ['carta d: AV4695604', 'the carta d is "AV3319504" here', 'AV5195888\nAV7411983'],
  misses: ['_AV4695604', 'carta d: AV331950471', 'the part AV5195888 is there'],
} satisfies Samples;
