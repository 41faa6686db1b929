import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: G55628563', 'the passport is "G78104433" here', 'passport G67198941'],
  misses: ['_G55628563', 'passport: G7810443371', 'the part G67198941 is there'],
} satisfies Samples;
