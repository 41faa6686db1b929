import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: CD4695604', 'the passport is "CD3319504" here', 'CD5195888\nCD7411983'],
  misses: ['_CD4695604', 'passport: CD331950471', 'the part CD5195888 is there'],
} satisfies Samples;
