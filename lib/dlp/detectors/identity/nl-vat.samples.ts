import type { Samples } from '../../types.ts';

export default {
  hits: ['btw: NL147347715B24', 'the btw is "NL942754596B33" here', 'btw NL064636819B36'],
  misses: ['_NL147347715B24', 'btw: NL942754596B3371', 'the part NL064636819B36x9 is there'],
} satisfies Samples;
