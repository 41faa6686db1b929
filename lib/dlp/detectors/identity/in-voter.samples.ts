import type { Samples } from '../../types.ts';

export default {
  hits: ['voter: KSD4695604', 'the voter is "KSD3319504" here', 'KSD5195888\nKSD7411983'],
  misses: ['_KSD4695604', 'voter: KSD331950471', 'the part KSD5195888 is there'],
} satisfies Samples;
