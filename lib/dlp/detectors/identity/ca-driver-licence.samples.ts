import type { Samples } from '../../types.ts';

export default {
  hits: ['licen: S6174-24235-00199', 'the licen is "D0665-43631-75040" here', 'licen S5202-75475-50159'],
  misses: ['_S6174-24235-00199', 'licen: D0665-43631-7504071', 'the part S5202-75475-50159x9 is there'],
} satisfies Samples;
