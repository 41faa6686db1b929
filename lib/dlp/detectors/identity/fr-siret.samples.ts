import type { Samples } from '../../types.ts';

export default {
  hits: ['siret: 49529910991091', 'the siret is "76922254434958" here', 'siret 62208245071570'],
  misses: ['_49529910991091', 'siret: 7692225443495871', 'the part 62208245071570 is there', 'siret: 21233525630868'],
} satisfies Samples;
