import type { Samples } from '../../types.ts';

const id = '0Q1W2E3R';
const body = 'a1B2c3'.repeat(4); // 24 characters
export default {
  hits: [
    `https://hooks.slack.com/services/T${id}/B${id}/${body}`,
    `url: hooks.slack.com/services/T${id}/B${id}/${body}`,
    `curl https://hooks.slack.com/workflows/T${id}/A${id}/${body}`,
  ],
  misses: [
    `https://hooks.slack.com/services/T${id}`,
    `https://hooks.slack.com/services/T${id}/B${id}/x`,
    'hooks.slack.com/services is where they live',
  ],
} satisfies Samples;
