import type { Samples } from '../../types.ts';

export default {
  hits: ['krankenvers: A910345612', 'the krankenvers is "A343757470" here', 'A755772280\nA796511046'],
  misses: ['_A910345612', 'krankenvers: A34375747071', 'the part A755772280 is there', 'krankenvers: A304647956'],
} satisfies Samples;
