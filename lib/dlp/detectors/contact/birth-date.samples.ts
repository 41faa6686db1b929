import type { Samples } from '../../types.ts';

export default {
  hits: [
    'date of birth: 12.03.1987',
    'DOB 1987-03-12',
    'she was born on March 12, 1987',
    'Geburtsdatum: 12. März 1987',
    'data de nascimento: 12/03/1987',
    'geboortedatum 12-03-1987',
  ],
  misses: ['released on 12.03.1987', 'dob: unknown', 'born in 1987', 'date of birth: 45.45.1987'],
} satisfies Samples;
