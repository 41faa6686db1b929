import type { Samples } from '../../types.ts';

export default {
  hits: ['tckn: 19068492122', 'the tckn is "89802040292" here', '64832908460'],
  misses: ['_19068492122', 'tckn: 8980204029271', 'the part 64832908460 is there', 'tckn: 13386907902'],
} satisfies Samples;
