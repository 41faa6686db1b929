import type { Samples } from '../../types.ts';

export default {
  hits: ['isikukood: 39001223729', 'the isikukood is "39001265076" here', 'isikukood 39001103786'],
  misses: ['_39001223729', 'isikukood: 3900126507671', 'the part 39001103786 is there', 'isikukood: 39001145974'],
} satisfies Samples;
