import type { Samples } from '../../types.ts';

export default {
  hits: ['driver licence: 29452571', 'the driver licence is "21873407" here', 'driver licence 11437500'],
  misses: ['_29452571', 'the part 11437500 is there', 'driver licence: 11051511'],
} satisfies Samples;
