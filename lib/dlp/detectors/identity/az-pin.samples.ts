import type { Samples } from '../../types.ts';

export default {
  hits: ['fin kod: 8B25Z69', 'the fin kod is "7A36X04" here', 'fin kod 3A52Y21'],
  misses: ['_8B25Z69', 'fin kod: 7A36X0471', 'the part 3A52Y21 is there'],
} satisfies Samples;
