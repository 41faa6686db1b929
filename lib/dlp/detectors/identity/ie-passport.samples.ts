import type { Samples } from '../../types.ts';

export default {
  hits: ['irish passport: PI8043030', 'the irish passport is "PE7380509" here', 'irish passport PX9186120'],
  misses: ['_PI8043030', 'irish passport: PE738050971', 'the part PX9186120 is there'],
} satisfies Samples;
