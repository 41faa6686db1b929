import type { Samples } from '../../types.ts';

export default {
  hits: ['VAT number LU64034443', 'BTW: BE0583803132', 'N° TVA FR83 404833048', 'VAT ID PL4151502962'],
  misses: ['the part LU64034443 is there', 'VAT number LU640344431', 'VAT number XX64034443', 'vat _LU64034443'],
} satisfies Samples;
