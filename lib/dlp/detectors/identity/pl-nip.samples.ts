import type { Samples } from '../../types.ts';

export default {
  hits: ['nip: 462-997-95-13', 'the nip is "404-526-85-08" here', 'nip 450-862-38-23'],
  misses: ['_462-997-95-13', 'nip: 404-526-85-0871', 'the part 450-862-38-23 is there', 'nip: 554-522-77-70'],
} satisfies Samples;
