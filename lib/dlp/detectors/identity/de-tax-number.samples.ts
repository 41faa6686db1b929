import type { Samples } from '../../types.ts';

export default {
  hits: ['steuernummer: 146/956/04331', 'the steuernummer is "195/045/19588" here', '187/411/98351\n178/519/06849'],
  misses: ['_146/956/04331', 'steuernummer: 195/045/1958871', 'the part 187/411/98351 is there'],
} satisfies Samples;
