import type { Samples } from '../../types.ts';

export default {
  hits: ['pps: 9976559G', 'the pps is "2286904N" here', 'pps 1510956T'],
  misses: ['_9976559G', 'pps: 2286904N71', 'the part 1510956 is there', 'pps: 8384041R'],
} satisfies Samples;
