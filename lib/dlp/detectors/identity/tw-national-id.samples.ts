import type { Samples } from '../../types.ts';

export default {
  hits: ['taiwan: A149078589', 'the taiwan is "A134117775" here', 'A176969966\nA148912144'],
  misses: ['_A149078589', 'taiwan: A13411777571', 'the part A176969966 is there', 'taiwan: A166310160'],
} satisfies Samples;
