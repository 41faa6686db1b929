import type { Samples } from '../../types.ts';

export default {
  hits: ['obcansky prukaz: 266822329', 'the obcansky prukaz is "645559726" here', 'obcansky prukaz 242350289'],
  misses: ['_266822329', 'obcansky prukaz: 64555972671', 'the part 242350289 is there', 'obcansky prukaz: 206622260'],
} satisfies Samples;
