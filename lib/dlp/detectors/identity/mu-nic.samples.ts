import type { Samples } from '../../types.ts';

export default {
  hits: ['mauritius: S040448236126G', 'the mauritius is "C2301675176608" here', 'mauritius C250190401994A'],
  misses: ['_S040448236126G', 'mauritius: C230167517660871', 'mauritius: D230173300061S'],
} satisfies Samples;
