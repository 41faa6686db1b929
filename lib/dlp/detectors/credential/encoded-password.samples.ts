import type { Samples } from '../../types.ts';

const encoded = (word: string) => btoa(word);

export default {
  hits: [
    encoded(['old', 'secret', 'of', 'monday', '9'].join('-')),
    `value: ${encoded(['Secret', '4', 'Friends!'].join(''))}`,
    `echo ${encoded(['old', 'passwort', '77'].join(''))} | base64 -d`,
  ],
  misses: [
    encoded('client_secret'),
    encoded('a secret that is told in words'),
    encoded('your-secret-here'),
    `${encoded('old-secret-9')}.${encoded('x')}`,
  ],
} satisfies Samples;
