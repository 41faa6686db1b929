import type { Samples } from '../../types.ts';

export default {
  hits: ['tax id: 8257829560', 'the tax id is "8875235880" here', 'tax id 8301636017'],
  misses: ['_8257829560', 'tax id: 887523588071', 'the part 8301636017 is there', 'tax id: 8386243286'],
} satisfies Samples;
