import type { Samples } from '../../types.ts';

export default {
  hits: ['dowod osobisty: YAU878021', 'the dowod osobisty is "QCS358349" here', 'dowod osobisty PCL409393'],
  misses: ['_YAU878021', 'dowod osobisty: QCS35834971', 'the part PCL409393 is there', 'dowod osobisty: NCR582610'],
} satisfies Samples;
