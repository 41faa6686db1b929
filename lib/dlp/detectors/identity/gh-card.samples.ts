import type { Samples } from '../../types.ts';

export default {
  hits: ['ghana: GHA-735145935-8', 'the ghana is "GHA-719072106-1" here', 'ghana GHA-720885957-1'],
  misses: ['_GHA-735145935-8', 'ghana: GHA-719072106-171', 'the part GHA-720885957-1x9 is there'],
} satisfies Samples;
