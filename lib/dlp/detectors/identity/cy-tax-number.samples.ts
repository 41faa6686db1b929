import type { Samples } from '../../types.ts';

export default {
  hits: ['cypr: 00508572F', 'the cypr is "59891987H" here', 'cypr 58268569C'],
  misses: ['_00508572F', 'cypr: 59891987H71', 'the part 58268569C is there', 'cypr: 02991099C'],
} satisfies Samples;
