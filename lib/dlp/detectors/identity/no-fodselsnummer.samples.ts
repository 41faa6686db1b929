import type { Samples } from '../../types.ts';

export default {
  hits: ['fødselsnummer: 01019053659', 'the fødselsnummer is "01019056887" here', '01019009587'],
  misses: [
    '_01019053659',
    'fødselsnummer: 0101905688771',
    'the part 01019009587 is there',
    'fødselsnummer: 01019071997',
  ],
} satisfies Samples;
