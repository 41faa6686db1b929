import type { Samples } from '../../types.ts';

export default {
  hits: ['my mobile: 0917 555 4321', 'telefon 0212 345 67 89', '0532 765 43 21\n0505 234 56 78'],
  misses: ['the part 0917 555 4321 is there', 'my mobile: 0917', 'x09175554321', 'mobile: 0000 000 0000'],
} satisfies Samples;
