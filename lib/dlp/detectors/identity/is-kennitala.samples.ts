import type { Samples } from '../../types.ts';

export default {
  hits: ['kennitala: 170857-3990', 'the kennitala is "150782-8569" here', 'kennitala 211137-8519'],
  misses: ['_170857-3990', 'kennitala: 150782-856971', 'the part 211137-8519 is there', 'kennitala: 100337-5200'],
} satisfies Samples;
