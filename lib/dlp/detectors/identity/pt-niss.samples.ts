import type { Samples } from '../../types.ts';

export default {
  hits: ['niss: 16191613245', 'the niss is "13230292390" here', 'niss 10530609891'],
  misses: ['_16191613245', 'niss: 1323029239071', 'the part 10530609891 is there', 'niss: 10405508569'],
} satisfies Samples;
