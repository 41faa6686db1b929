import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: A46956043', 'the passport is "A31950451" here', 'A95888741\nA19835178'],
  misses: ['_A46956043', 'passport: A3195045171', 'the part A95888741 is there'],
} satisfies Samples;
