import type { Samples } from '../../types.ts';

export default {
  hits: ['rif: J-22518144-5', 'the rif is "V-49165873-4" here', 'rif J-36057485-6'],
  misses: ['_J-22518144-5', 'rif: V-49165873-471', 'the part J-36057485-6 is there', 'rif: J-26524524-5'],
} satisfies Samples;
