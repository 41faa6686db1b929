import type { Samples } from '../../types.ts';

export default {
  hits: ['orgnummer: 554255-0636', 'the orgnummer is "552161-1185" here', '553799-4914'],
  misses: ['_554255-0636', 'orgnummer: 552161-118571', 'the part 553799-4914 is there', 'orgnummer: 558329-0846'],
} satisfies Samples;
