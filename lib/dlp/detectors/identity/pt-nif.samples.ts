import type { Samples } from '../../types.ts';

export default {
  hits: ['nif: 295888741', 'the nif is "249078589" here', 'nif 236821199'],
  misses: ['_295888741', 'nif: 24907858971', 'the part 236821199 is there', 'nif: 244322607'],
} satisfies Samples;
