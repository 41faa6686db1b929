import type { Samples } from '../../types.ts';

export default {
  hits: ['partita iva: 37290253659', 'the partita iva is "00387669245" here', '00947835674'],
  misses: ['_37290253659', 'partita iva: 0038766924571', 'the part 00947835674 is there', 'partita iva: 69476969966'],
} satisfies Samples;
