import type { Samples } from '../../types.ts';

export default {
  hits: ['nin: 44432260791', 'the nin is "04630464795" here', 'nin 73834058480'],
  misses: ['_44432260791', 'nin: 0463046479571', 'the part 73834058480 is there', 'nin: 57045980249'],
} satisfies Samples;
