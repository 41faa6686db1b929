import type { Samples } from '../../types.ts';

export default {
  hits: [
    'account number: 40718822',
    'Kontonummer 1048 557 93',
    '"account_no": "0091-7734-20"',
    'BLZ 370 502 99',
    'número de cuenta: 2200417 83',
  ],
  misses: [
    'account number: 12345678',
    'account 40718822',
    'account number 0000000',
    'the account number has 8 digits',
    'Konto 40718822',
  ],
} satisfies Samples;
