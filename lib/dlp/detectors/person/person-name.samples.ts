import type { Samples } from '../../types.ts';

const name = ['Jane', 'Doering'].join(' ');
export default {
  hits: [`patient: ${name}`, `patient ${name} arrived`, `Full name: ${name}`, `Dear Mr. ${name},`, `Frau ${name}`],
  misses: [
    'patient: arrived late',
    'the employee handbook',
    'customer Support',
    'the client. Add Accept-Encoding',
    'Patient Information Leaflets are',
    '@param client Client Metadata.',
  ],
} satisfies Samples;
