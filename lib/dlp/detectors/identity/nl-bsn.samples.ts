import type { Samples } from '../../types.ts';

export default {
  hits: ['bsn: 858980204', 'the bsn is "027140507" here', 'bsn 910345612'],
  misses: ['_858980204', 'bsn: 02714050771', 'the part 910345612 is there', 'bsn: 044620673'],
} satisfies Samples;
