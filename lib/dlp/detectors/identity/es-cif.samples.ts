import type { Samples } from '../../types.ts';

export default {
  hits: ['cif: B98602907', 'the cif is "A10830495" here', 'cif B74362427'],
  misses: ['_B98602907', 'cif: A1083049571', 'the part B74362427 is there', 'cif: B70731840'],
} satisfies Samples;
