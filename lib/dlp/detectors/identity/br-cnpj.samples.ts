import type { Samples } from '../../types.ts';

export default {
  hits: ['cnpj: 98.811.390/0002-65', 'the cnpj is "62.875.766/0001-77" here', 'cnpj 93.165.953/0001-90'],
  misses: [
    '_98.811.390/0002-65',
    'cnpj: 62.875.766/0001-7771',
    'the part 93.165.953/0001-90 is there',
    'cnpj: 47.184.557/0002-10',
  ],
} satisfies Samples;
