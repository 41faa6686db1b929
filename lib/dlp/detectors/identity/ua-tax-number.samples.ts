import type { Samples } from '../../types.ts';

export default {
  hits: ['rnokpp: 2771778104', 'the rnokpp is "3136710187" here', 'rnokpp 3865569890'],
  misses: ['_2771778104', 'rnokpp: 313671018771', 'the part 3865569890 is there', 'rnokpp: 2495671989'],
} satisfies Samples;
