import type { Samples } from '../../types.ts';

export default {
  hits: ['ahv: 756.2856.4698.42', 'the ahv is "756.9900.1983.14" here', 'ahv 756.4926.5076.83'],
  misses: [
    '_756.2856.4698.42',
    'ahv: 756.9900.1983.1471',
    'the part 756.4926.5076.8 is there',
    'ahv: 756.7183.8404.12',
  ],
} satisfies Samples;
