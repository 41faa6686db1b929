import type { Samples } from '../../types.ts';

export default {
  hits: ['japanese passport: TZ1847188', 'the japanese passport is "TZ2274841" here', 'japanese passport TR5642805'],
  misses: ['_TZ1847188', 'japanese passport: TZ227484171', 'the part TR5642805 is there'],
} satisfies Samples;
