import type { Samples } from '../../types.ts';

export default {
  hits: ['cnp: 1900101692459', 'the cnp is "1900101204029" here', '1900101200654'],
  misses: ['_1900101692459', 'cnp: 190010120402971', 'the part 1900101200654 is there', 'cnp: 1900101772864'],
} satisfies Samples;
