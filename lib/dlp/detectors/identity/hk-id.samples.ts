import type { Samples } from '../../types.ts';

export default {
  hits: ['hkid: A469560(4)', 'the hkid is "A331950(4)" here', 'hkid A519588(8)'],
  misses: ['_A469560(4)', 'hkid: A12345(6)', 'the part A519588(8 is there'],
} satisfies Samples;
