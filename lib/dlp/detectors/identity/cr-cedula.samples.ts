import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: 7-0296-6615', 'the cedula is "7-0910-1741" here', 'cedula 6-0089-1168'],
  misses: ['_7-0296-6615', 'cedula: 7-0910-174171', 'the part 6-0089-1168 is there', 'cedula: 4-0022-2200'],
} satisfies Samples;
