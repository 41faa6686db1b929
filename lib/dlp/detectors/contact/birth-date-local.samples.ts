import type { Samples } from '../../types.ts';

export default {
  hits: [
    'född 1987-03-12',
    'дата рождения: 12.03.1987',
    '生年月日：1987年3月12日',
    'Doğum tarihi 12.03.1987',
    'née le 12/03/1987',
  ],
  misses: ['Stichtag für 12.03.1987', 'née en 1987', 'дата 12.03.1987', '生年月日 1987', 'född 1987-03-12-77'],
} satisfies Samples;
