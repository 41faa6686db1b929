import type { Samples } from '../../types.ts';

export default {
  hits: ['medicare: 4AV9-A56-AA04', 'the medicare is "3AD1-AY5-AA04" here', '5A19-AT8-AA88\n7A41-AM9-AA83'],
  misses: ['_4AV9-A56-AA04', 'medicare: 3AD1-AY5-AA0471', 'the part 5A19-AT8-AA88 is there'],
} satisfies Samples;
