import type { Samples } from '../../types.ts';

export default {
  hits: ['orgnr: 876852691', 'the orgnr is "982639018" here', 'orgnr 856910679'],
  misses: ['_876852691', 'orgnr: 98263901871', 'the part 856910679 is there', 'orgnr: 766359377'],
} satisfies Samples;
