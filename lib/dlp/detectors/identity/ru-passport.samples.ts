import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: 4502 436673', 'the passport is "4509 657373" here', 'passport 4551 831355'],
  misses: ['_4502 436673', 'passport: 4509 65737371', 'the part 4551 831355 is there', 'passport: 4543 434344'],
} satisfies Samples;
