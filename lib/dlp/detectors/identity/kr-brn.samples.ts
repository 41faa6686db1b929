import type { Samples } from '../../types.ts';

export default {
  hits: ['brn: 135-17-85190', 'the brn is "190-99-76559" here', '125-37-84907\n198-42-55063'],
  misses: ['_135-17-85190', 'brn: 190-99-7655971', 'the part 125-37-84907 is there', 'brn: 164-80-72321'],
} satisfies Samples;
