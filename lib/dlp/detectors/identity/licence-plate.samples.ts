import type { Samples } from '../../types.ts';

export default {
  hits: ['licence plate: BM-7 BGP', 'Kennzeichen W 4471 K', 'targa YG773VM', 'my license plate is 9GK 051'],
  misses: ['licence plate: none', 'BM-7 BGP', 'licence plate 2024', 'the licence plates of EU', 'matrícula: ABRIL'],
} satisfies Samples;
