import type { Samples } from '../../types.ts';

export default {
  hits: ['carte nationale: 902156908685', 'the carte nationale is "837069087315" here', 'carte nationale 786927275189'],
  misses: [
    '_902156908685',
    'carte nationale: 83706908731571',
    'the part 786927275189 is there',
    'carte nationale: 434344383884',
  ],
} satisfies Samples;
