import type { Samples } from '../../types.ts';

const id = ['86095', '742719'].join('');
export default {
  hits: [`Steuer-ID ${id}`, `Steueridentifikationsnummer: 86 095 742 719`, `IdNr. ${id}`],
  misses: [`Steuer-ID 86095742718`, `number ${id}`, 'Steuer-ID 12345678901'],
} satisfies Samples;
