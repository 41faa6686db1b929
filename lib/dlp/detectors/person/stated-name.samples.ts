import type { Samples } from '../../types.ts';

export default {
  hits: [
    'Hello, my name is Ottilie Brandauer and I',
    'Last name: Fernández-Ruiz',
    'ich heiße Jonas von der Heide',
    'Kind regards,\nImogen Hartwell',
    'Je m’appelle Élodie Marchand',
  ],
  misses: [
    'my name is not important',
    'my name is Test User',
    'the last name: it is long',
    'the name is Ottilie',
    'regards to Imogen Hartwell',
    'first name: string',
  ],
} satisfies Samples;
