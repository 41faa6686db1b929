import type { Samples } from '../../types.ts';

export default {
  hits: ['kontonummer: 1501.14.87790', 'the kontonummer is "8139.90.99730" here', 'kontonummer 8300.06.16306'],
  misses: [
    '_1501.14.87790',
    'kontonummer: 8139.90.9973071',
    'the part 8300.06.16306 is there',
    'kontonummer: 8977.10.17582',
  ],
} satisfies Samples;
