import type { Samples } from '../../types.ts';

export default {
  hits: ['cpr: 010146-9560', 'the cpr is "010143-3195" here', 'cpr 010104-5195'],
  misses: ['_010146-9560', 'cpr: 010143-319571', 'the part 010104-5195 is there'],
} satisfies Samples;
