import type { Samples } from '../../types.ts';

export default {
  hits: [
    'she lives at 418 Maple Hollow Drive',
    'address: Lindenbogenstraße 17a',
    'mail to P.O. Box 4471',
    'mi dirección es Calle Mayor Alta 23',
    'il habite 12 bis rue des Lilas Blancs',
    'adres: Koningslaan 44',
  ],
  misses: [
    'we opened 418 Maple Hollow Drive',
    'address the 3 Road Works',
    'home is 12 miles away',
    'address: see page 4',
    'resides in 2 Places',
  ],
} satisfies Samples;
