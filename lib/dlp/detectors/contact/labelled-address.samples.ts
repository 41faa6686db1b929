import type { Samples } from '../../types.ts';

export default {
  hits: [
    'Address: Hollergasse 42\n9512 Weizelbach',
    'I live at 0387 Clark Hollow Suite 34, Lake Stephen, PR 67843',
    'Adres: pl. Sikorka 66, 48-511 Pruszkowice',
    'ship to Eddyring 6\n6182\nAarschoten, thanks',
    'Address: 北海道柿木沢市42丁目7番19号',
  ],
  misses: [
    'address: 10.20.30.40',
    'Address: see the Manual',
    'the address of Hollergasse 42',
    'ship to production on 12 May',
    'Address: 0x52908400',
    'I live at home',
  ],
} satisfies Samples;
