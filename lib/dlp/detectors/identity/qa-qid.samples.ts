import type { Samples } from '../../types.ts';

export default {
  hits: ['qid: 29063417503', 'the qid is "27063413577" here', 'qid 26763401647'],
  misses: ['_29063417503', 'qid: 2706341357771', 'the part 26763401647 is there'],
} satisfies Samples;
