import type { Samples } from '../../types.ts';

export default {
  hits: ['driver license: H4695604', 'the driver license is "H3319504" here', 'driver license H5195888'],
  misses: ['_H4695604', 'driving licence: H12', 'the part H5195888 is there'],
} satisfies Samples;
