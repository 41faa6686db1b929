import type { Samples } from '../../types.ts';

export default {
  hits: ['vehicle: KA46MX9560', 'the vehicle is "KA43MX3195" here', 'KA04MX5195\nKA88MX8741'],
  misses: ['_KA46MX9560', 'vehicle: KA43MX319571', 'the part KA04MX519 is there'],
} satisfies Samples;
