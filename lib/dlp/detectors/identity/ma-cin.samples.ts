import type { Samples } from '../../types.ts';

export default {
  hits: ['cin: KA650832', 'the cin is "KH477236" here', 'cin KA230525'],
  misses: ['_KA650832', 'cin: KH47723671', 'the part KA230525 is there'],
} satisfies Samples;
