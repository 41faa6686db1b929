import type { Samples } from '../../types.ts';

export default {
  hits: ['numri personal: K20920275O', 'the numri personal is "H50428989P" here', 'numri personal J70423148K'],
  misses: ['_K20920275O', 'numri personal: H50428989P71', 'the part J70423148K is there', 'numri personal: J10111608Z'],
} satisfies Samples;
