import type { Samples } from '../../types.ts';

export default {
  hits: ['pis: 12638788815', 'the pis is "12851687907" here', 'pis 12805307650'],
  misses: ['_12638788815', 'pis: 1285168790771', 'the part 12805307650 is there', 'pis: 12778644583'],
} satisfies Samples;
