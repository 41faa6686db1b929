import type { Samples } from '../../types.ts';

export default {
  hits: ['rib: 20041010052706637588950', 'the rib is "20041010052495783151608" here', 'rib 20041010058399305977331'],
  misses: [
    '_20041010052706637588950',
    'rib: 2004101005249578315160871',
    'the part 20041010058399305977331 is there',
    'rib: 20041010059029103568518',
  ],
} satisfies Samples;
