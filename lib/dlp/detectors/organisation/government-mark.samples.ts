import type { Samples } from '../../types.ts';

export default {
  hits: [
    'SECRET//NOFORN',
    'TOP SECRET//SI/TK',
    'NATO RESTRICTED',
    'please translate: OFFICIAL-SENSITIVE',
    'RESTREINT UE/EU RESTRICTED',
    'VS-NfD',
    'VS – NUR FÜR DEN DIENSTGEBRAUCH',
    'TOP SECRET\nthe plan',
  ],
  misses: [
    'it is no secret that NATO met',
    'the TOP SECRET of good bread is time',
    'SECRET//',
    'official, sensitive and restricted',
    'NATO SECRETARIAT',
    'a client SECRET',
  ],
} satisfies Samples;
