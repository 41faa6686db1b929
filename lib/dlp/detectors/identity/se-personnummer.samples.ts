import type { Samples } from '../../types.ts';

export default {
  hits: ['personnummer: 900101-9588', 'the personnummer is "900101-9976" here', '900101-2856'],
  misses: ['_900101-9588', 'personnummer: 900101-997671', 'the part 900101-2856 is there', 'personnummer: 900101-5472'],
} satisfies Samples;
