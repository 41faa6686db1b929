import type { Samples } from '../../types.ts';

export default {
  hits: ['dea: BB7411983', 'the dea is "BB0684921" here', 'BB2536590\nBB0782397'],
  misses: ['_BB7411983', 'dea: BB068492171', 'the part BB253659 is there', 'dea: BB8289432'],
} satisfies Samples;
