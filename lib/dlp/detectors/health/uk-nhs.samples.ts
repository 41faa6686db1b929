import type { Samples } from '../../types.ts';

export default {
  hits: ['nhs: 491 034 5612', 'the nhs is "446 073 6470" here', '448 051 7383\n438 542 5426'],
  misses: ['_491 034 5612', 'nhs: 446 073 647071', 'the part 448 051 7383 is there', 'nhs: 431 650 9331'],
} satisfies Samples;
