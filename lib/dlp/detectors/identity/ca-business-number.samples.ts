import type { Samples } from '../../types.ts';

export default {
  hits: ['gst: 804253268 RC0001', 'the gst is "174010470 RT0001" here', 'gst 843706151 RP0001'],
  misses: [
    '_804253268 RC0001',
    'gst: 174010470 RT000171',
    'the part 843706151 RP0001x9 is there',
    'gst: 125100783 RT0001',
  ],
} satisfies Samples;
