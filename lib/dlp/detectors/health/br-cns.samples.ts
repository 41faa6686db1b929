import type { Samples } from '../../types.ts';

export default {
  hits: ['cns: 758851316726893', 'the cns is "705126444286543" here', 'cns 762256752451659'],
  misses: ['_758851316726893', 'cns: 70512644428654371', 'the part 762256752451659 is there', 'cns: 711716528262740'],
} satisfies Samples;
