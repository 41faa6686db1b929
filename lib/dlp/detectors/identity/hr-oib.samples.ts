import type { Samples } from '../../types.ts';

export default {
  hits: ['oib: 18563151189', 'the oib is "64832908460" here', 'oib 84041223182'],
  misses: ['_18563151189', 'oib: 6483290846071', 'the part 84041223182 is there', 'oib: 69071830722'],
} satisfies Samples;
