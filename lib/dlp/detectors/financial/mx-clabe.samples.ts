import type { Samples } from '../../types.ts';

export default {
  hits: ['clabe: 002180073127302361', 'the clabe is "002180617606751860" here', 'clabe 002180573680374200'],
  misses: [
    '_002180073127302361',
    'clabe: 00218061760675186071',
    'the part 002180573680374200 is there',
    'clabe: 002180718615553208',
  ],
} satisfies Samples;
