import type { Samples } from '../../types.ts';

export default {
  hits: [
    'IBAN DE89 3704 0044 0532 0130 00',
    `pay to ${['GB29', 'NWBK', '6016', '1331', '9268', '19'].join('')}`,
    'DE89 3704 0044 0532 0130 00 BANK COBA',
    'AL47-2121-1009-0000-0002-3569-8741',
    'FR14 2004 1010 0505 0001 3M02 606',
  ],
  misses: ['DE88 3704 0044 0532 0130 00', 'XX89 3704 0044 0532 0130 00', 'AB12CDEF3456', 'DE89 3704 0044'],
} satisfies Samples;
