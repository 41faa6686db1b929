import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: 001-0704886-0', 'the cedula is "001-4940199-4" here', 'cedula 001-9642284-4'],
  misses: ['_001-0704886-0', 'cedula: 001-4940199-471', 'the part 001-9642284-4 is there', 'cedula: 001-5444668-7'],
} satisfies Samples;
