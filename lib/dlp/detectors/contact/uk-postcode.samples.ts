import type { Samples } from '../../types.ts';

export default {
  hits: ['postcode: SW1W 0NY', 'the postcode is "EC2V 7HH" here', 'LS1 4AP\nB33 8TH'],
  misses: ['_SW1W 0NY', 'postcode: EC2V 7HH71', 'the part LS1 4AP is there'],
} satisfies Samples;
