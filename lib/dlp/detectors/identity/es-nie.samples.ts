import type { Samples } from '../../types.ts';

export default {
  hits: ['nie: X6874843M', 'the nie is "X4391867V" here', 'X4100704B\nX8051738J'],
  misses: ['_X6874843M', 'nie: X4391867V71', 'the part X4100704 is there', 'nie: X4058480E'],
} satisfies Samples;
