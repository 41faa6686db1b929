import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: GH588988', 'the passport is "AA167267" here', 'passport GH423347'],
  misses: ['_GH588988', 'passport: AA16726771', 'the part GH423347 is there'],
} satisfies Samples;
