import type { Samples } from '../../types.ts';

export default {
  hits: [
    'rijksregister: 90.01.01-894.32',
    'the rijksregister is "90.01.01-184.34" here',
    'rijksregister 90.01.01-179.68',
  ],
  misses: [
    '_90.01.01-894.32',
    'rijksregister: 90.01.01-184.3471',
    'the part 90.01.01-179.68 is there',
    'rijksregister: 90.01.01-988.41',
  ],
} satisfies Samples;
