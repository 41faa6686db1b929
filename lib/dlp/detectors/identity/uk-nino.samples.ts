import type { Samples } from '../../types.ts';

const nino = ['AB', '12', '34', '56', 'C'].join(' ');
export default {
  hits: ['nino: ab 12 34 56 c', `NI number ${nino}`, `national insurance: ${nino.replaceAll(' ', '')}`, `NINO ${nino}`],
  misses: ['NI number BG 12 34 56 A', 'NI number AB 12 34 56 E', `part ${nino.replaceAll(' ', '')}`],
} satisfies Samples;
