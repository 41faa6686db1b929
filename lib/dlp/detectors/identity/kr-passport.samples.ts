import type { Samples } from '../../types.ts';

export default {
  hits: ['여권: M469A5604', 'the 여권 is "M331A9504" here', 'M519A5888\nM741A1983'],
  misses: ['_M469A5604', '여권: M331A950471', 'the part M519A5888 is there'],
} satisfies Samples;
